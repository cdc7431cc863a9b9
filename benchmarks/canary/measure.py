#!/usr/bin/env python3
"""Measures mode=canary on an HTTP service (Jetty and H2) under load on loopback, or its chance of finding planted races."""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from measuring import detector, jdks, paths, process, table

HERE = Path(__file__).resolve().parent
LIBRARIES, CLASSES = paths.BIN / "canary-lib", paths.BIN / "canary-classes"
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
PLANTED = ["r1", "r3", "r10", "", "r30", "lazy", "r100", "r300", "r1000"]


def build(jdk):
    """Fetches Jetty and H2 and compiles the programs; returns the class path."""
    path = f"{CLASSES}:{LIBRARIES}/*"
    if not LIBRARIES.exists():
        mvnw = HERE.parent.parent / "mvnw"
        subprocess.run(
            [str(mvnw), "-B", "-ntp", "-q", "-f", str(HERE / "pom.xml"), PLUGIN, f"-DoutputDirectory={LIBRARIES}"], check=True)
    shutil.rmtree(CLASSES, ignore_errors=True)
    CLASSES.mkdir(parents=True)
    sources = sorted(map(str, (HERE / "java").rglob("*.java")))
    subprocess.run([jdk.javac, "--release", "17", "-cp", path, "-d", str(CLASSES), *sources], check=True)
    return path


class Service:
    """One JVM that serves, until the with-block ends."""

    def __init__(self, jdk, path, options, plant=False):
        self.java, self.path = jdk.java, path
        self.command = [jdk.java, "-Xmx512m", *options, "-cp", path, "canary.Shop", "0", *(["plant"] if plant else [])]

    def __enter__(self):
        self.err = tempfile.TemporaryFile("w+")
        env = {k: v for k, v in os.environ.items() if k not in ("RACEDETECT", "JAVA_TOOL_OPTIONS")}
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.err, text=True, env=env)
        for line in self.process.stdout:
            if line.startswith("ready "):
                _, self.port, self.pid = line.split()
                return self
        raise SystemExit("the service did not start: " + " ".join(self.command))

    def __exit__(self, *_):
        self.process.stdin.close()
        self.said = self.process.stdout.read()
        if self.process.wait(60) != 0:
            self.err.seek(0)
            raise SystemExit(f"the service ended with {self.process.returncode}: {self.err.read()[-2000:]}")

    def load(self, rate, seconds, connections=8):
        before = self.cpu()
        done = subprocess.run(
            [self.java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", self.path, "canary.Load", self.port,
             str(connections), str(rate), str(seconds)], capture_output=True, text=True, check=True)
        found = json.loads(done.stdout)
        used = self.cpu() - before
        found.update(cpu=used / found["requests"] * 1e6, cores=used / found["seconds"], rss=self.rss(),
                     throughput=found["requests"] / found["seconds"])
        return found

    def cpu(self):
        """Seconds of CPU time so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def rss(self):
        """Resident memory now, MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024


def agent(jar, options):
    return [f"-javaagent:{jar}=mode=canary,{options}"]


def cost(a, jdk, path, jar):
    """Throughput, latency, CPU time and memory: plain and canary interleaved."""
    configs = {"plain": []}
    for budget in a.budgets.split(","):
        configs[f"canary {budget}%"] = agent(jar, f"budget={budget}%,{a.options}")
    if a.full:
        configs["full mode"] = [f"-javaagent:{jar}=exitcode=0,{a.options}"]
    results = {name: [] for name in configs}
    out = paths.RESULTS / time.strftime("canary-%Y%m%d-%H%M%S.jsonl")
    out.parent.mkdir(parents=True, exist_ok=True)
    said = {}
    with open(out, "a") as sink:
        for round_ in range(a.rounds):
            for name, options in configs.items():
                busy = process.wait_quiet(a.quiet)
                with Service(jdk, path, options) as service:
                    service.load(a.rate, a.warm)
                    steady = service.load(a.rate, a.seconds)
                    full = service.load(0, a.seconds / 2)
                steady["full"] = full["throughput"]
                steady["full_cpu"] = full["cpu"]
                steady["growth"] = full["rss"] - steady["rss"]
                results[name].append(steady)
                said[name] = service.said.strip()
                sink.write(json.dumps(dict(config=name, round=round_, busy=busy, said=said[name], **steady)) + "\n")
    rows = []
    for name, runs in results.items():
        row = [name]
        for key in ("full", "p50", "p99", "cpu", "full_cpu", "rss"):
            value = table.median([r[key] for r in runs])
            base = table.median([r[key] for r in results["plain"]])
            row.append(f"{value:.2f} ({value / base:.2f}x)" if name != "plain" else f"{value:.2f}")
        rows.append(row)
    print(f"JDK {jdk.feature}, {a.rate:g} requests a second for {a.seconds:g} s after {a.warm:g} s, "
          f"then as many as it can; medians of {a.rounds}; load of the machine now {os.getloadavg()[0]:.1f}\n")
    show(["", "throughput at full load, 1/s", "p50 ms", "p99 ms", "CPU us/request", "the same at full load", "RSS MiB"], rows)
    for name, line in said.items():
        if line:
            print(f"\n{name}: {line} (state, CPU share as counted, sampled share, periods, methods)")


def coverage(a, jdk, path, jar):
    """In how many runs each planted race is found, by budget."""
    rows, sampled = [], []
    for budget in a.budgets.split(","):
        found, shares = {}, []
        for _ in range(a.rounds):
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / "races.jsonl"
                with Service(jdk, path, agent(jar, f"budget={budget}%,json={file},{a.options}"), plant=True) as service:
                    service.load(a.rate, a.seconds)
                names = set()
                for line in file.read_text().splitlines():
                    record = json.loads(line)
                    if record["kind"] in ("race", "foreign"):
                        at = record["location"]
                        if not at["class"].startswith("canary.Planted") and at["kind"] != "array":
                            print("NOT PLANTED:", json.dumps(record)[:600])
                            continue
                        names.add(at["name"])
                for name in names:
                    found[name] = found.get(name, 0) + 1
                words = service.said.split()
                shares += [float(words[3])] if len(words) > 3 else []
        rows.append([budget + "%", f"{100 * (table.median(shares) or 0):.1f}%",
                     *(f"{found.get(n, 0)}/{a.rounds}" for n in PLANTED)])
    print(f"JDK {jdk.feature}, {a.rate:g} requests a second for {a.seconds:g} s, {a.rounds} runs\n")
    show(["budget", "sampled", *(n or "cells[]" for n in PLANTED)], rows)


def show(head, rows):
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |")


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("what", choices=["cost", "coverage"])
    ap.add_argument("--rounds", type=int, default=3, help="interleaved rounds (3)")
    ap.add_argument("--rate", type=float, default=2000, help="requests a second (2000)")
    ap.add_argument("--seconds", type=float, default=60, help="seconds that are measured (60)")
    ap.add_argument("--warm", type=float, default=60, help="seconds before that, at the same rate (60; cost only)")
    ap.add_argument("--budgets", default="5", help="percent, separated by commas (5)")
    ap.add_argument("--options", default="escapes=off", help="further options of the detector (escapes=off)")
    ap.add_argument("--full", action="store_true", help="full mode, too: what a real application pays (cost only)")
    ap.add_argument("--jdk", help="feature version or home (the oldest found)")
    ap.add_argument("--quiet", type=float, default=2, help="wait at most so many seconds for an idle machine (2)")
    ap.add_argument("--agent", default=str(paths.AGENT), help="the detector's jar (cli/target/racedetect.jar)")
    a = ap.parse_args()
    jdk = jdks.find([a.jdk] if a.jdk else None)[0]
    jar = detector.require(a.agent)
    if not jar:
        sys.exit("no detector: build cli/target/racedetect.jar")
    {"cost": cost, "coverage": coverage}[a.what](a, jdk, build(jdk), jar)


if __name__ == "__main__":
    main()
