"""Runs one process to its end and says what it used."""
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from typing import NamedTuple

# GNU time, being small, keeps this script's own memory out of the child's peak. Without it the peak of a
# process smaller than this script cannot be seen; a JVM is always larger.
_MARK = "@@peak@@"


def _gnu_time():
    tool = shutil.which("time")
    if not tool:
        return None
    probe = subprocess.run([tool, "-q", "-f", _MARK + "%M", "true"], capture_output=True, text=True)
    return tool if probe.returncode == 0 and _MARK in probe.stderr else None


_GNU_TIME = _gnu_time()


class Outcome(NamedTuple):
    """What became of a process: exit status, seconds, peak resident memory in MiB, output, how busy the machine was."""

    status: int
    timed_out: bool
    wall: float
    cpu: float
    rss: float
    out: str
    err: str
    busy: float


def _usage():
    fields = list(map(int, open("/proc/stat").readline().split()[1:9]))
    return fields[3] + fields[4], sum(fields)


def busy():
    """Share of processor time in use over 0.2 s; 0 where /proc/stat is missing."""
    try:
        idle0, total0 = _usage()
        time.sleep(0.2)
        idle1, total1 = _usage()
        return 1 - (idle1 - idle0) / max(1, total1 - total0)
    except OSError:
        return 0.0


def wait_quiet(limit):
    """Waits, at most `limit` seconds, for an idle machine; returns how busy it was at the last look."""
    end = time.monotonic() + limit
    while True:
        now = busy() if limit > 0 else 0.0
        if now < 0.15 or time.monotonic() >= end:
            return now


def run(command, timeout, quiet=0.0, env=None):
    """Runs `command`; after `timeout` seconds it and what it started are killed."""
    was_busy = wait_quiet(quiet)
    wrapped = [_GNU_TIME, "-q", "-f", _MARK + "%M", *command] if _GNU_TIME else list(command)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        started = time.monotonic()
        child = subprocess.Popen(
            wrapped, stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True,
            env=dict(os.environ, **(env or {})))
        expired = threading.Event()

        def expire():
            expired.set()
            os.killpg(child.pid, signal.SIGKILL)

        timer = threading.Timer(timeout, expire)
        timer.start()
        try:
            _, status, used = os.wait4(child.pid, 0)
        except BaseException:
            os.killpg(child.pid, signal.SIGKILL)
            raise
        finally:
            timer.cancel()
        wall = time.monotonic() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for f in (out, err):
            f.seek(0)
            texts.append(f.read().decode(errors="replace"))
    stdout, stderr = texts
    peak = used.ru_maxrss / 1024
    if _MARK in stderr:
        stderr, _, kib = stderr.rpartition(_MARK)
        peak = int(kib.split()[0]) / 1024
    return Outcome(
        child.returncode, expired.is_set(), wall, used.ru_utime + used.ru_stime, peak, stdout, stderr,
        round(was_busy, 2))
