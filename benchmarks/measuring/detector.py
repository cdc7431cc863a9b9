"""Switches the detector on for a JVM and checks afterwards that it was on and found nothing."""
import json
import sys
import tempfile
from pathlib import Path

from measuring import process


def require(jar):
    """The agent's jar as an absolute path, or None (said aloud) if it has not been built."""
    jar = Path(jar).resolve()
    if jar.is_file():
        return str(jar)
    print(f"{jar} is missing: build it (./racedetect options does), or pass --agent JAR. Measuring without it.",
          file=sys.stderr)
    return None


def run(java, agent, options, arguments, timeout, quiet=0.0):
    """Runs `java` with the detector; returns its outcome and a problem, "" if there was none.

    The programs measured are free of races, so a report is a problem; so is a JVM in which the detector did not
    sum up at the end or saw no class: its time would be mistaken for a fast detector's.
    """
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "findings.jsonl"
        spec = f"-javaagent:{agent}=" + ",".join([f"json={log}", *options])
        outcome = process.run([java, spec, *arguments], timeout, quiet)
        lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    return outcome, problem(outcome) or _silent(lines) or _unsound(lines)


def problem(outcome):
    """Why the process cannot be counted, "" if it can."""
    if outcome.timed_out:
        return "timeout"
    if "DATA RACE" in outcome.err + outcome.out:
        return f"{(outcome.err + outcome.out).count('WARNING: DATA RACE')} reports"
    if outcome.status:
        if "OutOfMemoryError" in outcome.err:
            return "out of memory"
        return f"exit status {outcome.status}"
    return ""


def _records(lines):
    for line in lines:
        try:
            yield json.loads(line)
        except ValueError:
            yield {"kind": "unreadable"}


def _silent(lines):
    summary = [r for r in _records(lines) if r.get("kind") == "summary"]
    if not summary:
        return "no summary from the detector"
    if not summary[-1].get("classes", {}).get("instrumented"):
        return "detector instrumented nothing"
    return ""


def _unsound(lines):
    kinds = [r.get("kind") for r in _records(lines)]
    for kind, name in (("race", "reports"), ("escape", "escapes"), ("unreadable", "unreadable records")):
        if kind in kinds:
            return f"{kinds.count(kind)} {name}"
    degraded = [r for r in _records(lines) if r.get("kind") == "degraded"]
    return "degraded: " + str(degraded[0].get("what")) if degraded else ""
