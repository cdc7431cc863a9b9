package dev.racedetect.report;

import dev.racedetect.runtime.race.Frames;
import java.io.IOException;
import java.util.List;

/**
 * Failing findings as workflow commands of GitHub Actions, which make annotations in the diff. Of
 * each kind GitHub shows 10 a step, and 50 in all a job; what is beyond is in the step summary, and
 * one notice says so.
 */
public final class GithubReport implements ReportFormat {

  /** Errors that GitHub shows of one step. */
  public static final int MOST_A_STEP = 10;

  /** Annotations that GitHub shows of one job. */
  public static final int MOST_A_JOB = 50;

  private final AppFrames app;
  private final SourceFiles sources;
  private final int most;
  private int written;

  /**
   * Creates a renderer.
   *
   * @param app the program's own code
   * @param sources finds source files
   * @param left how many annotations the job may still make
   */
  public GithubReport(AppFrames app, SourceFiles sources, int left) {
    this.app = app;
    this.sources = sources;
    this.most = Math.max(0, Math.min(MOST_A_STEP, left));
  }

  @Override
  public void write(Triage triage, Appendable out) throws IOException {
    List<Triage.Item> items = triage.fresh();
    // The notice takes one of the job's annotations, too.
    int shown = items.size() <= most ? items.size() : Math.min(items.size(), most - 1);
    for (Triage.Item item : items.subList(0, Math.max(shown, 0))) {
      out.append(annotation(item.finding())).append('\n');
      written++;
    }
    int hidden = items.size() - Math.max(shown, 0);
    if (hidden > 0 && most > 0) {
      written++;
      out.append("::notice title=racedetect::")
          .append(data(hidden + " more findings are listed in the summary of this step"))
          .append('\n');
    } else if (hidden > 0) {
      out.append("racedetect: ").append(Integer.toString(hidden));
      out.append(" findings without annotation, since the job has had its 50\n");
    }
  }

  /** How many annotations were made. */
  public int written() {
    return written;
  }

  private String annotation(ReportedFinding finding) {
    StringBuilder out = new StringBuilder();
    out.append(finding instanceof ReportedRace ? "::error " : "::warning ");
    StackTraceElement frame = app.innermost(Frames.trim(finding.stack()));
    if (frame != null) {
      Place place = sources.place(frame);
      out.append("file=").append(property(place.path()));
      out.append(",line=").append(place.line()).append(',');
    }
    String title = finding.title();
    out.append("title=").append(property(Character.toUpperCase(title.charAt(0)) + title.substring(1)));
    return out.append("::").append(data(message(finding))).toString();
  }

  private String message(ReportedFinding finding) {
    StringBuilder out = new StringBuilder();
    if (finding instanceof ReportedRace race) {
      out.append(race.finding().current().op()).append(" here, ");
      out.append(race.finding().previous().op()).append(" at ");
      StackTraceElement other = app.innermost(Frames.trim(race.finding().previous().stack()));
      if (other == null) {
        out.append("a place that is not known");
      } else {
        Frames.append(out, other, "");
      }
      out.append(", and nothing orders the two");
    } else if (finding instanceof ReportedEscape escape && escape.message() != null) {
      out.append(escape.message());
    }
    if (finding.hint() != null) {
      out.append("\nHint: ").append(finding.hint());
    }
    return out.append("\nFingerprint: ").append(finding.fingerprint()).toString();
  }

  /** The data of a command: percent and line ends are escaped. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** A property of a command: colon and comma as well. */
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
