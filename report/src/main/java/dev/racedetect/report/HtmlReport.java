package dev.racedetect.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Findings as one page of HTML that needs nothing else: style and script are in it, a content
 * security policy forbids it to load anything. Findings are put together by the member that they
 * are about; members with failing findings come first.
 */
public final class HtmlReport implements ReportFormat {

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

  private final HtmlFinding findings;
  private final String version;

  /**
   * Creates a renderer.
   *
   * @param app the program's own code
   * @param sources finds source files
   * @param version version of racedetect
   */
  public HtmlReport(AppFrames app, SourceFiles sources, String version) {
    this.findings = new HtmlFinding(app, sources);
    this.version = version;
  }

  @Override
  public void write(Triage triage, Appendable out) throws IOException {
    HtmlWriter html = new HtmlWriter(out);
    html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line();
    html.open("head").tag("meta", "charset", "utf-8");
    html.tag("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    html.tag("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", "racedetect: " + triage.inShort());
    html.open("style").line().raw(resource("report.css")).close().close().line();
    html.open("body").line();
    header(html, triage);
    html.open("main").line();
    members(html, triage);
    html.element("p", "No finding matches.", "id", "nothing", "hidden", "");
    lists(html, triage);
    html.close().line();
    html.element("footer", "racedetect " + version);
    html.open("script").line().raw(resource("report.js")).close().line();
    html.close().line().close().line();
  }

  private static void header(HtmlWriter html, Triage triage) throws IOException {
    html.open("header").line();
    html.open("div", "class", "bar");
    html.element("h1", "racedetect");
    boolean clean = triage.fresh().isEmpty();
    html.element("strong", triage.inShort(), "class", clean ? "verdict good" : "verdict bad");
    html.close().line();
    html.open("div", "class", "bar tools", "role", "search");
    html.tag(
        "input",
        "id", "filter",
        "type", "search",
        "placeholder", "Filter: class, method, thread, lock, fingerprint",
        "aria-label", "Filter findings");
    html.open("label").tag("input", "id", "known", "type", "checkbox", "checked", "");
    html.text(" known").close();
    html.element("button", "Open all", "id", "all", "type", "button");
    html.element("button", "Dark / light", "id", "theme", "type", "button");
    html.close().line().close().line();
  }

  private void members(HtmlWriter html, Triage triage) throws IOException {
    Map<String, List<Triage.Item>> members = new TreeMap<>();
    for (Triage.Item item : triage.fresh()) {
      group(members, "0", item);
    }
    for (Triage.Item item : triage.known()) {
      String key = members.containsKey("0" + item.finding().member()) ? "0" : "1";
      group(members, key, item);
    }
    for (List<Triage.Item> items : members.values()) {
      html.open("section", "class", "member");
      html.open("h2").text(items.get(0).finding().member()).text(" ");
      html.element("span", Triage.count(items.size(), "finding"), "class", "count");
      html.close().line();
      for (Triage.Item item : items) {
        findings.write(html, item, triage.fresh().size() + triage.known().size() == 1);
      }
      html.close().line();
    }
  }

  private static void group(
      Map<String, List<Triage.Item>> members, String rank, Triage.Item item) {
    members.computeIfAbsent(rank + item.finding().member(), key -> new ArrayList<>()).add(item);
  }

  private static void lists(HtmlWriter html, Triage triage) throws IOException {
    List<String> fixed = new ArrayList<>();
    for (BaselineEntry entry : triage.fixed()) {
      fixed.add(entry.what() + entry.remarks() + ", " + entry.fingerprint());
    }
    list(html, "Fixed: in the baseline, no longer found", fixed);
    List<String> foreign = new ArrayList<>();
    triage
        .foreign()
        .forEach((name, n) -> foreign.add(name + ": " + Triage.count(n, "data race")));
    list(html, "In libraries alone, without a frame of the program", foreign);
    List<String> trouble = new ArrayList<>(triage.findings().notes());
    triage
        .findings()
        .degraded()
        .forEach((what, times) -> trouble.add(what + ": " + times + " time(s)"));
    list(html, "What could not be watched or read", trouble);
    String coverage =
        String.format(
            Locale.ROOT,
            "%,d classes instrumented, %,d skipped",
            triage.summary().coverage().instrumented(),
            triage.summary().coverage().skipped());
    html.element("p", coverage, "class", "coverage").line();
  }

  private static void list(HtmlWriter html, String title, List<String> lines) throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    html.open("section", "class", "list").element("h2", title).open("ul").line();
    for (String line : lines) {
      html.element("li", line).line();
    }
    html.close().close().line();
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
