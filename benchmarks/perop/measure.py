#!/usr/bin/env python3
"""Measures single operations with and without a detector, interleaved, and prints the medians in ns of CPU time."""
import argparse
import json
import signal
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from measuring import build, detector, jdks, paths, process, table

# What one operation may cost more with the detector on, in ns.
GOALS = {
    "read-word": 1, "write-word": 1, "read-array-L1": 1, "write-array-L1": 1, "read-array-32MB": 1,
    "write-array-32MB": 1, "lock-unlock": 40, "lock-write-unlock": 40, "lock-unlock-4096": 40, "monitor": 40,
    "rlock-runlock": 40, "atomic-add": 20, "atomic-load": 10, "chan-send-recv": 60, "spawn-join": 2000, "map-read": 10,
}


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--rounds", type=int, default=3, help="interleaved rounds; medians are printed (3)")
    ap.add_argument("--jdk", help="comma-separated feature versions or homes (each version from 17 to 25 found)")
    ap.add_argument("--quick", action="store_true", help="1 round, short warm-up, no waiting: a first look only")
    ap.add_argument("--java-only", action="store_true", help="leave Go and clang out")
    ap.add_argument("--ops", help="comma-separated operations, Java only (all)")
    ap.add_argument("--timeout", type=float, default=300, help="seconds before a run is killed (300)")
    ap.add_argument("--quiet", type=float, default=4, help="wait at most so many seconds for an idle machine (4)")
    ap.add_argument("--agent", default=str(paths.AGENT), help="the detector's jar (cli/target/racedetect.jar)")
    ap.add_argument("--out", help="JSON-lines file to append to (benchmarks/results/perop-TIME.jsonl)")
    a = ap.parse_args()
    if a.quick:
        a.rounds, a.quiet = 1, 0
    found = jdks.find(a.jdk.split(",") if a.jdk else None)
    classes = build.java(found[0])
    agent = detector.require(a.agent)
    # A heap touched beforehand: the page faults of its growth would count as the cost of allocation.
    arguments = ["-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:CompileCommand=quiet",
                 "-XX:CompileCommand=dontinline,perop.AccessOps::leaf", "-cp", classes,
                 "perop.Main", "150" if a.quick else "800", *(a.ops.split(",") if a.ops else [])]
    # Pairs of (plain, with detector); each is a function that runs it and says what went wrong.
    pairs = {}

    def native(command):
        def go():
            outcome = process.run([command], a.timeout, a.quiet, {"TSAN_OPTIONS": "detect_deadlocks=0"})
            return outcome, detector.problem(outcome)
        return go

    def plain_java(java):
        def go():
            outcome = process.run([java, *arguments], a.timeout, a.quiet)
            return outcome, detector.problem(outcome)
        return go

    def detected_java(java):
        return lambda: detector.run(java, agent, [], arguments, a.timeout, a.quiet)

    for jdk in found:
        pairs[f"java{jdk.feature}"] = plain_java(jdk.java), detected_java(jdk.java) if agent else None
    if not a.java_only and not a.ops:
        others = {"go": build.go("perop/go", "perop-"), "clang": build.clang("perop/cpp/main.cpp", "perop-")}
        for name, built in others.items():
            if built:
                pairs[name] = tuple(map(native, built))

    out = Path(a.out) if a.out else paths.RESULTS / time.strftime("perop-%Y%m%d-%H%M%S.jsonl")
    out.parent.mkdir(parents=True, exist_ok=True)
    data, problems = {}, {}
    with open(out, "a") as sink:
        for round_ in range(a.rounds):
            for name, pair in pairs.items():
                for config, go in zip((name, name + "-race"), pair):
                    if go is None or config in problems:
                        continue
                    outcome, problem = go()
                    if problem:
                        problems[config] = problem
                    ns = {op: float(v) for op, v in (line.split() for line in outcome.out.splitlines()
                                                     if len(line.split()) == 2)} if not problem else {}
                    for op, v in ns.items():
                        data.setdefault(config, {}).setdefault(op, []).append(v)
                    sink.write(json.dumps(dict(
                        config=config, round=round_, problem=problem, ns=ns, busy=outcome.busy,
                        **({"output": (outcome.out + outcome.err)[-4000:]} if problem else {}))) + "\n")
                    sink.flush()

    def ns(config, op):
        return table.median(data.get(config, {}).get(op, []))

    def cell(value, form="{:.2f}"):
        return "-" if value is None else form.format(value)

    ops = list(dict.fromkeys(op for of in data.values() for op in of))
    head = ["op", *(c for p in pairs for c in (p, p + "-race")), *("added " + p for p in pairs), "goal", "met?"]
    rows = []
    for op in ops:
        both = [p for p in pairs if None not in (ns(p, op), ns(p + "-race", op))]
        added = {p: ns(p + "-race", op) - ns(p, op) for p in both}
        ours = [v for p, v in added.items() if p.startswith("java")]
        goal = GOALS.get(op)
        met = "" if goal is None else "-" if not ours else "yes" if max(ours) <= goal else "no"
        rows.append([op, *(cell(ns(c, op)) for p in pairs for c in (p, p + "-race")),
                     *(cell(added.get(p), "{:+.2f}") for p in pairs), "" if goal is None else f"<= {goal}", met])
    print(table.markdown(head, rows))
    print(f"\nns of CPU time per operation, medians of {a.rounds} interleaved round(s)."
          + (" QUICK: do not quote these figures." if a.quick else ""))
    for config, problem in problems.items():
        print(f"- {config}: {problem}")
    sys.exit(1 if problems else 0)


# Killed by default, this script would leave the measured process behind.
signal.signal(signal.SIGTERM, signal.default_int_handler)
main()
