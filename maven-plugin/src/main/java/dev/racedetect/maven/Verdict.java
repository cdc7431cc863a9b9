package dev.racedetect.maven;

import dev.racedetect.report.FindingsException;
import dev.racedetect.report.MergedFindings;
import dev.racedetect.report.ReportedRace;
import java.nio.file.Path;
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

  private final MergedFindings findings = new MergedFindings();
  private final List<String> failures = new ArrayList<>();
  private final int jvms;
  private int fresh;
  private int expected;

  /**
   * Judges.
   *
   * @param files what the JVMs left, one file each
   * @param known races that do not fail
   * @param allowDegraded kinds of degradation that do not fail
   */
  Verdict(List<Path> files, KnownFindings known, List<String> allowDegraded) {
    jvms = files.size();
    for (Path file : files) {
      try {
        findings.add(file);
      } catch (FindingsException e) {
        failures.add(e.getMessage());
      }
    }
    judgeWork(allowDegraded);
    for (ReportedRace race : findings.races()) {
      if (known.contains(race.fingerprint())) {
        expected++;
      } else if (fresh++ < LISTED) {
        failures.add(RaceLine.of(race));
      }
    }
    if (fresh > LISTED) {
      failures.add("and " + (fresh - LISTED) + " more data races, see goal report");
    }
  }

  private void judgeWork(List<String> allowDegraded) {
    for (Map.Entry<String, Integer> degraded : findings.degraded().entrySet()) {
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
    boolean complete = jvms > 0 && failures.isEmpty() && findings.notes().isEmpty();
    if (complete && findings.summary().coverage().instrumented() == 0) {
      failures.add("the detector was there but saw no class of the program: is its jar complete?");
    }
  }

  /** What fails the build, one line each. */
  List<String> failures() {
    return Collections.unmodifiableList(failures);
  }

  /** What is odd but harmless, as a JVM that was killed. */
  List<String> notes() {
    return findings.notes();
  }

  /** All in figures. */
  String summary() {
    return "%d new data race(s), %d known, %d test JVM(s), %d classes instrumented"
        .formatted(fresh, expected, jvms, findings.summary().coverage().instrumented());
  }
}
