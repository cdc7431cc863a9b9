package dev.racedetect.maven;

import dev.racedetect.report.ReportedRace;
import dev.racedetect.report.Triage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What is to be said of what the tests' JVMs left, and whether it fails the build. */
final class Verdict {

  /** Races that are listed; the rest are counted. */
  private static final int LISTED = 20;

  /** Said of options that have no effect: whoever set them has been told. */
  private static final String OPTION = "option";

  private static final String SELF_PROBE = "self-probe failed";

  private final Triage triage;
  private final List<String> failures = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final int jvms;

  /**
   * Judges.
   *
   * @param triage what JVMs left
   * @param jvms how many JVMs
   * @param allowDegraded kinds of degradation that do not fail
   */
  Verdict(Triage triage, int jvms, List<String> allowDegraded) {
    this.triage = triage;
    this.jvms = jvms;
    notes.addAll(triage.findings().notes());
    judgeWork(allowDegraded);
    int races = 0;
    for (Triage.Item item : triage.fresh()) {
      if (!(item.finding() instanceof ReportedRace race)) {
        // An exception may be part of what a test tries: it is said, and does not fail.
        notes.add(item.finding().title() + " [" + item.finding().fingerprint() + "]");
      } else if (races++ < LISTED) {
        failures.add(RaceLine.of(race));
      }
    }
    if (races > LISTED) {
      failures.add("and " + (races - LISTED) + " more data races, see goal report");
    }
  }

  private void judgeWork(List<String> allowDegraded) {
    for (Map.Entry<String, Integer> degraded : triage.findings().degraded().entrySet()) {
      String kind = degraded.getKey();
      if (kind.equals(SELF_PROBE)) {
        failures.add(
            "the detector's self-probe failed, it finds nothing in this JVM: see the tests' output");
      } else if (!kind.equals(OPTION) && !allowDegraded.contains(kind)) {
        failures.add(
            "the detector was degraded %d time(s): %s; see the tests' output, or accept it: <allowDegraded>%s</allowDegraded>"
                .formatted(degraded.getValue(), kind, kind));
      }
    }
    long leftOut = triage.findings().leftOut();
    if (leftOut > 0) {
      failures.add(
          "%d record(s) of the tests' JVMs could not be read: %s"
              .formatted(leftOut, String.join("; ", notes)));
    }
    boolean complete = jvms > 0 && failures.isEmpty() && notes.isEmpty();
    if (complete && instrumented() == 0) {
      failures.add("the detector was there but saw no class of the program: is its jar complete?");
    }
  }

  private long instrumented() {
    return triage.summary().coverage().instrumented();
  }

  /** What fails the build, one line each. */
  List<String> failures() {
    return Collections.unmodifiableList(failures);
  }

  /** What is to be said but harmless, as a JVM that was killed. */
  List<String> notes() {
    return Collections.unmodifiableList(notes);
  }

  /** All in figures. */
  String summary() {
    return "%s; %d test JVM(s), %d classes instrumented"
        .formatted(triage.inShort(), jvms, instrumented());
  }
}
