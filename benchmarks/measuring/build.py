"""Builds the measured programs into bin/: Java always, Go and clang if their tools are there."""
import os
import shutil
import subprocess
import sys

from measuring import paths


def _stale(product, sources):
    return not product.exists() or any(s.stat().st_mtime > product.stat().st_mtime for s in sources)


def java(jdk):
    """Compiles all Java programs for Java 17 and returns the class path."""
    classes = paths.BIN / "classes"
    stamp = classes / ".compiled"
    sources = sorted((paths.HERE / "java").rglob("*.java")) + sorted((paths.HERE / "perop/java").rglob("*.java"))
    if _stale(stamp, sources):
        shutil.rmtree(classes, ignore_errors=True)
        classes.mkdir(parents=True)
        subprocess.run(
            [jdk.javac, "--release", "17", "-Xlint:all", "-Werror", "-d", str(classes), *map(str, sources)], check=True)
        stamp.touch()
    return str(classes)


def _optional(product, sources, command, cwd, env=None):
    """Runs a build of an optional tool; a failure is said and means 'not there'."""
    if not _stale(product, sources):
        return str(product)
    product.parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(command, cwd=cwd, env=dict(os.environ, **(env or {})), text=True, capture_output=True)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if "error" in line or "cannot" in line]
        print(f"not measured, for it could not be built: {product.name} ({(said or ['no reason given'])[0].strip()})",
              file=sys.stderr)
        return None
    return str(product)


def go(folder, prefix=""):
    """(plain, with -race) executables of a Go program, or None without a Go toolchain that can do both."""
    tool = shutil.which("go")
    if not tool:
        return None
    source = paths.HERE / folder
    files = sorted(source.iterdir())
    plain, race = paths.BIN / f"{prefix}go-plain", paths.BIN / f"{prefix}go-race"
    built = (
        _optional(plain, files, [tool, "build", "-o", str(plain), "."], source),
        _optional(race, files, [tool, "build", "-race", "-o", str(race), "."], source, {"CGO_ENABLED": "1"}))
    return built if all(built) else None


def clang(source, prefix=""):
    """(plain, with ThreadSanitizer) executables of a C++ program, or None without clang."""
    tool = shutil.which(os.environ.get("CLANG", "clang"))
    if not tool:
        return None
    file = paths.HERE / source
    base = [tool, "--driver-mode=g++", "-std=c++17", "-O2", "-g", "-pthread", str(file), "-o"]
    plain, tsan = paths.BIN / f"{prefix}clang-plain", paths.BIN / f"{prefix}clang-tsan"
    built = (
        _optional(plain, [file], [*base, str(plain)], paths.HERE),
        _optional(tsan, [file], [*base, str(tsan), "-fsanitize=thread"], paths.HERE))
    return built if all(built) else None
