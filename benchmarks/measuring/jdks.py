"""Finds the JDKs to measure on."""
import os
import re
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

OLDEST, NEWEST = 17, 25


class Jdk(NamedTuple):
    """One JDK: feature version (17, 21, ...) and home folder."""

    feature: int
    home: Path

    @property
    def java(self):
        return str(self.home / "bin" / "java")

    @property
    def javac(self):
        return str(self.home / "bin" / "javac")


def at(home):
    """The JDK whose home is given, or None if there is no JDK (javac and a readable release file) there."""
    home = Path(home).resolve()
    release = home / "release"
    if not (release.is_file() and (home / "bin" / "javac").exists()):
        return None
    version = re.search(r'^JAVA_VERSION="(\d+)', release.read_text(errors="replace"), re.M)
    return Jdk(int(version.group(1)), home) if version else None


def _homes():
    """Candidate homes, best known first: the environment, the PATH, then what is installed beside those."""
    known = []
    for name, value in sorted(os.environ.items(), key=lambda e: e[0] != "JAVA_HOME"):
        if re.fullmatch(r"JAVA_HOME|JAVA_?\d+_HOME|JAVA_HOME_\d+\w*", name):
            known.append(Path(value))
    on_path = shutil.which("javac") or shutil.which("java")
    if on_path:
        known.append(Path(on_path).resolve().parent.parent)
    yield from known
    for home in known:
        parent = home.resolve().parent
        if parent.is_dir():
            yield from sorted(parent.iterdir(), reverse=True)


def find(wanted=None):
    """JDKs by feature version, ascending: one of each version from 17 to 25, or exactly those in `wanted`.

    `wanted` is a list of feature versions ("21") and home folders, or None for all.
    """
    found = {}
    for home in _homes():
        jdk = at(home)
        if jdk and OLDEST <= jdk.feature <= NEWEST:
            found.setdefault(jdk.feature, jdk)
    if wanted:
        chosen = {}
        for w in wanted:
            jdk = found.get(int(w)) if w.isdigit() else at(w)
            if not jdk:
                sys.exit(f"no JDK {w}; found: {', '.join(map(str, sorted(found))) or 'none'}")
            chosen[jdk.feature] = jdk
        found = chosen
    if not found:
        sys.exit("no JDK from 17 to 25 found: put one on the PATH or set JAVA_HOME")
    return [found[f] for f in sorted(found)]
