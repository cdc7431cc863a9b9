package dev.racedetect.report;

import dev.racedetect.runtime.race.RaceFinding;
import org.jspecify.annotations.Nullable;

/**
 * A race read from a file.
 *
 * @param fingerprint its fingerprint, 16 hexadecimal digits
 * @param finding the race
 * @param hint its hint; null for none
 * @param provenance where it comes from
 */
public record ReportedRace(
    String fingerprint, RaceFinding finding, @Nullable String hint, Provenance provenance)
    implements ReportedFinding {

  @Override
  public String kind() {
    return "race";
  }

  @Override
  public String title() {
    return "data race on " + finding.location().describe();
  }

  @Override
  public String member() {
    return finding.location().member();
  }

  @Override
  public StackTraceElement[] stack() {
    return finding.current().stack();
  }
}
