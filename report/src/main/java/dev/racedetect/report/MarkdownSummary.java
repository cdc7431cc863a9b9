package dev.racedetect.report;

import dev.racedetect.runtime.race.Frames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The findings as Markdown for the summary of a step of GitHub Actions. */
public final class MarkdownSummary implements ReportFormat {

  /** GitHub drops a summary of more than a mebibyte; the rest is for other commands' parts. */
  private static final int MOST_BYTES = 900 * 1024;

  private static final int MOST_KNOWN = 100;

  private final AppFrames app;
  private final SourceFiles sources;
  private final TextReport text;

  /**
   * Creates a renderer.
   *
   * @param app the program's own code
   * @param sources finds source files
   * @param text renders a finding in full
   */
  public MarkdownSummary(AppFrames app, SourceFiles sources, TextReport text) {
    this.app = app;
    this.sources = sources;
    this.text = text;
  }

  @Override
  public void write(Triage triage, Appendable out) throws IOException {
    StringBuilder page = new StringBuilder("### racedetect: ").append(triage.inShort());
    page.append("\n\n");
    int size = page.length();
    int shown = 0;
    for (Triage.Item item : triage.fresh()) {
      String entry = entry(item);
      size += entry.getBytes(StandardCharsets.UTF_8).length;
      if (size > MOST_BYTES) {
        break;
      }
      page.append(entry);
      shown++;
    }
    if (shown < triage.fresh().size()) {
      page.append(triage.fresh().size() - shown).append(" more do not fit here.\n\n");
    }
    appendLists(page, triage);
    out.append(page);
  }

  private String entry(Triage.Item item) {
    ReportedFinding finding = item.finding();
    StringBuilder out = new StringBuilder("<details><summary>");
    out.append(html(finding.title()));
    StackTraceElement frame = app.innermost(Frames.trim(finding.stack()));
    if (frame != null) {
      Place place = sources.place(frame);
      out.append(", <code>").append(html(place.path())).append(':').append(place.line());
      out.append("</code>");
    }
    out.append("</summary>\n\n");
    for (String line : text.render(finding).split("\n", -1)) {
      out.append("    ").append(line).append('\n');
    }
    return out.append("\n</details>\n\n").toString();
  }

  private static void appendLists(StringBuilder page, Triage triage) {
    int left = MOST_KNOWN;
    for (Triage.Item item : triage.known()) {
      if (left-- == 0) {
        page.append("* ").append(triage.known().size() - MOST_KNOWN).append(" more known\n");
        break;
      }
      page.append("* known: ").append(html(item.finding().title()));
      page.append(item.entry() == null ? "" : html(item.entry().remarks())).append('\n');
    }
    for (BaselineEntry entry : triage.fixed()) {
      if (left-- <= 0) {
        break;
      }
      page.append("* fixed: ").append(html(entry.what())).append('\n');
    }
    for (Map.Entry<String, Integer> library : triage.foreign().entrySet()) {
      page.append("* ").append(Triage.count(library.getValue(), "data race")).append(" in ");
      page.append(html(library.getKey())).append(" alone\n");
    }
  }

  private static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
