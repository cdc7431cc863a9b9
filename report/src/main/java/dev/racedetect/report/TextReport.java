package dev.racedetect.report;

import dev.racedetect.runtime.report.TextWriter;
import java.util.Map;

/** Renders merged findings as the text that a detector prints, each distinct one once. */
public final class TextReport {

  private final TextWriter writer;

  /**
   * Creates a renderer.
   *
   * @param stripPathPrefix prefix to cut from file names; empty for none
   */
  public TextReport(String stripPathPrefix) {
    writer = new TextWriter(stripPathPrefix);
  }

  /**
   * Renders all findings.
   *
   * @param findings the findings
   * @return lines, empty when there is nothing to say
   */
  public String render(MergedFindings findings) {
    StringBuilder out = new StringBuilder();
    for (ReportedRace race : findings.races()) {
      out.append(render(race));
    }
    for (ReportedEscape escape : findings.escapes()) {
      out.append(render(escape));
    }
    for (Map.Entry<String, Integer> entry : findings.degraded().entrySet()) {
      out.append("racedetect: ").append(entry.getKey()).append(": ");
      out.append(entry.getValue()).append(" time(s)\n");
    }
    for (Map.Entry<String, Integer> entry : findings.otherKinds().entrySet()) {
      out.append("racedetect: ").append(entry.getValue()).append(" record(s) of kind '");
      out.append(entry.getKey()).append("' are not shown by this version\n");
    }
    return out.append(writer.summary(findings.summary())).toString();
  }

  /**
   * Renders one race.
   *
   * @param race the race
   */
  public String render(ReportedRace race) {
    return writer.race(race.finding(), race.fingerprint(), race.hint());
  }

  /**
   * Renders one escaped exception.
   *
   * @param escape the escape
   */
  public String render(ReportedEscape escape) {
    return writer.escape(escape.finding(), escape.fingerprint());
  }
}
