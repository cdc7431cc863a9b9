package dev.racedetect.report;

import dev.racedetect.runtime.escape.EscapeFinding;
import dev.racedetect.runtime.report.TextStyle;
import dev.racedetect.runtime.report.TextWriter;
import java.io.IOException;
import java.util.Map;

/**
 * Renders findings as the text that a detector prints: each failing one in full, each known or
 * fixed one in a line.
 */
public final class TextReport implements ReportFormat {

  private final TextWriter races;

  /**
   * Creates a renderer.
   *
   * @param stripPathPrefix prefix to cut from file names; empty for none
   * @param app the program's own code, which stands out
   * @param colored whether to use colours
   */
  public TextReport(String stripPathPrefix, AppFrames app, boolean colored) {
    TextStyle style = colored ? TextStyle.colored(app) : TextStyle.PLAIN;
    races = new TextWriter(stripPathPrefix, style);
  }

  @Override
  public void write(Triage triage, Appendable out) throws IOException {
    for (Triage.Item item : triage.fresh()) {
      if (item.status() == Triage.Status.EXPIRED && item.entry() != null) {
        out.append("racedetect: known, but not any more").append(item.entry().remarks());
        out.append(":\n");
      }
      out.append(render(item.finding()));
      String where = item.whereabouts().sentence();
      if (!where.isEmpty()) {
        out.append("racedetect: ").append(item.finding().fingerprint()).append(" found in ");
        out.append(Integer.toString(item.occurrences())).append(" record(s): ");
        out.append(where).append('\n');
      }
    }
    for (Triage.Item item : triage.known()) {
      ReportedFinding finding = item.finding();
      out.append("racedetect: known: ").append(finding.fingerprint()).append(' ');
      out.append(finding.title());
      out.append(item.entry() == null ? "" : item.entry().remarks()).append('\n');
    }
    for (BaselineEntry entry : triage.fixed()) {
      out.append("racedetect: fixed, no longer found: ").append(entry.fingerprint()).append(' ');
      out.append(entry.what()).append(entry.remarks()).append('\n');
    }
    for (Map.Entry<String, Integer> library : triage.foreign().entrySet()) {
      out.append("racedetect: ").append(Triage.count(library.getValue(), "data race"));
      out.append(" in ").append(library.getKey()).append(" alone\n");
    }
    for (Map.Entry<String, Integer> entry : triage.findings().degraded().entrySet()) {
      out.append("racedetect: ").append(entry.getKey()).append(": ");
      out.append(Integer.toString(entry.getValue())).append(" time(s)\n");
    }
    for (Map.Entry<String, Integer> entry : triage.findings().otherKinds().entrySet()) {
      out.append("racedetect: ").append(Integer.toString(entry.getValue()));
      out.append(" record(s) of kind '").append(entry.getKey());
      out.append("' are not shown by this version\n");
    }
    out.append(races.summary(triage.summary()));
  }

  /**
   * Renders one finding in full.
   *
   * @param finding the finding
   */
  public String render(ReportedFinding finding) {
    if (finding instanceof ReportedRace race) {
      return races.race(race.finding(), race.fingerprint(), race.hint());
    }
    EscapeFinding escape = EscapeText.finding((ReportedEscape) finding);
    return escape == null
        ? "WARNING: " + finding.title() + "\nFingerprint: " + finding.fingerprint() + "\n"
        : races.escape(escape, finding.fingerprint());
  }
}
