package dev.racedetect.report;

import dev.racedetect.runtime.race.AccessFacts;
import dev.racedetect.runtime.race.Frames;
import dev.racedetect.runtime.race.LockFacts;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.ThreadFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one finding of the HTML page: both sides side by side, source lines where found. */
final class HtmlFinding {

  /** Lines of source shown above and below the one that matters. */
  private static final int AROUND = 3;

  private final AppFrames app;
  private final SourceFiles sources;

  HtmlFinding(AppFrames app, SourceFiles sources) {
    this.app = app;
    this.sources = sources;
  }

  void write(HtmlWriter html, Triage.Item item, boolean open) throws IOException {
    ReportedFinding finding = item.finding();
    html.open(
        "details",
        "class",
        "finding " + (item.status() == Triage.Status.KNOWN ? "known" : "fresh"),
        "id",
        finding.fingerprint(),
        open ? "open" : "",
        "");
    html.open("summary");
    status(html, item);
    StackTraceElement frame = app.innermost(Frames.trim(finding.stack()));
    html.element("span", headline(finding), "class", "headline");
    if (frame != null) {
      html.element("code", shortened(frame), "class", "where");
    }
    if (finding instanceof ReportedRace race) {
      StackTraceElement other = app.innermost(Frames.trim(race.finding().previous().stack()));
      if (other != null && !other.equals(frame)) {
        html.element("span", "and", "class", "count");
        html.element("code", shortened(other), "class", "where");
      }
    }
    if (item.occurrences() > 1) {
      html.element("span", item.occurrences() + " records", "class", "count");
    }
    html.element("code", finding.fingerprint(), "class", "fingerprint");
    html.close().line();
    String where = item.whereabouts().sentence();
    if (!where.isEmpty()) {
      html.element("p", "Records by " + where, "class", "remarks").line();
    }
    if (item.entry() != null && !item.entry().remarks().isEmpty()) {
      html.element("p", "Baseline:" + item.entry().remarks(), "class", "remarks").line();
    }
    if (finding.hint() != null) {
      html.open("p", "class", "hint").element("strong", "Hint").text(" ").text(finding.hint());
      html.close().line();
    }
    if (finding instanceof ReportedRace race) {
      race(html, race.finding());
    } else if (finding instanceof ReportedEscape escape) {
      escape(html, escape);
    }
    if (finding.provenance().test() != null) {
      html.element("p", "Test: " + finding.provenance().test(), "class", "remarks").line();
    }
    html.close().line();
  }

  private static void status(HtmlWriter html, Triage.Item item) throws IOException {
    switch (item.status()) {
      case NEW -> html.element("span", "new", "class", "badge bad");
      case EXPIRED -> html.element("span", "expired", "class", "badge bad");
      default -> html.element("span", "known", "class", "badge");
    }
  }

  private static String headline(ReportedFinding finding) {
    if (finding instanceof ReportedRace race) {
      return race.finding().current().op() + " against " + race.finding().previous().op();
    }
    return finding instanceof ReportedEscape escape ? escape.how() : "";
  }

  /** A frame without its package: the member's heading has it most of the time. */
  private static String shortened(StackTraceElement frame) {
    String type = frame.getClassName();
    StringBuilder out = new StringBuilder(type.substring(type.lastIndexOf('.') + 1));
    out.append('.').append(frame.getMethodName()).append(' ');
    Frames.appendPlace(out, frame, "");
    return out.toString();
  }

  private void race(HtmlWriter html, RaceFinding race) throws IOException {
    html.open("p", "class", "object").text("On ").element("code", race.location().describe());
    if (race.location().index() >= 0) {
      html.text(", index ").text(Integer.toString(race.location().index()));
    }
    String object = race.location().object();
    if (object != null) {
      html.text(", object ").element("code", object);
    }
    String declaration = race.location().declaration();
    if (declaration != null) {
      html.text(", declared as ").element("code", declaration);
    }
    String value = race.location().value();
    if (value != null) {
      html.text(", value when found ").element("code", value);
    }
    html.close().line();
    html.open("div", "class", "sides").line();
    access(html, race.current(), "");
    access(html, race.previous(), "Previous ");
    html.close().line();
    html.open("div", "class", "sides").line();
    creation(html, race.current().thread());
    if (race.previous().thread().id() != race.current().thread().id()) {
      creation(html, race.previous().thread());
    }
    html.close().line();
  }

  private void access(HtmlWriter html, AccessFacts access, String prefix) throws IOException {
    html.open("div", "class", "side").open("h3");
    html.element("span", capitalized(prefix + access.op()));
    html.text(" by ").text(thread(access.thread())).close().line();
    StackTraceElement[] stack = Frames.trim(access.stack());
    snippet(html, app.innermost(stack));
    stack(html, stack);
    locks(html, access.locks());
    html.close().line();
  }

  private static void locks(HtmlWriter html, LockFacts @Nullable [] locks) throws IOException {
    html.open("p", "class", "locks").text("Holding ");
    if (locks == null) {
      html.text("locks that are not known any more");
    } else if (locks.length == 0) {
      html.element("strong", "no lock");
    } else {
      for (int i = 0; i < locks.length; i++) {
        html.text(i == 0 ? "" : ", ").element("code", locks[i].object());
        StackTraceElement[] at = locks[i].at();
        if (at != null && at.length > 0) {
          StringBuilder place = new StringBuilder(" locked at ");
          Frames.appendPlace(place, at[0], "");
          html.text(place.toString());
        }
      }
    }
    html.close().line();
  }

  private void creation(HtmlWriter html, ThreadFacts thread) throws IOException {
    StackTraceElement[] stack = Frames.trim(thread.createdAt());
    StackTraceElement[] submission = Frames.trim(thread.submittedAt());
    if (stack.length + submission.length == 0) {
      return;
    }
    html.open("div", "class", "side");
    if (submission.length > 0) {
      html.element("h3", "Task of " + thread(thread) + " was submitted at").line();
      stack(html, submission);
    }
    if (stack.length > 0) {
      html.open("h3").text(capitalized(thread(thread)));
      html.text(thread.finished() ? ", finished," : "").text(" was created at");
      html.close().line();
      stack(html, stack);
    }
    html.close().line();
  }

  private void escape(HtmlWriter html, ReportedEscape escape) throws IOException {
    html.open("p", "class", "object").element("code", escape.exception());
    if (escape.message() != null) {
      html.text(": ").text(escape.message());
    }
    if (escape.thread() != null) {
      html.text(" in ").text(thread(escape.thread()));
    }
    html.text(" (").text(escape.confidence()).text(")").close().line();
    if (escape.consequence() != null) {
      html.element("p", "Consequence: " + escape.consequence(), "class", "object").line();
    }
    html.open("div", "class", "sides").open("div", "class", "side");
    html.element("h3", "Thrown at").line();
    StackTraceElement[] stack = Frames.trim(escape.stack());
    snippet(html, app.innermost(stack));
    stack(html, stack);
    for (ReportedEscape.Cause cause : escape.causes()) {
      String message = cause.message() == null ? "" : ": " + cause.message();
      html.element("h3", "Caused by " + cause.exception() + message).line();
      stack(html, cause.stack());
    }
    html.close().line();
    if (escape.submittedAt().length > 0) {
      html.open("div", "class", "side").element("h3", "Task submitted at").line();
      snippet(html, app.innermost(escape.submittedAt()));
      stack(html, escape.submittedAt());
      html.close().line();
    }
    html.close().line();
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String thread(ThreadFacts thread) {
    return (thread.virtual() ? "virtual thread" : "thread")
        + (thread.name().isEmpty() ? "" : " \"" + thread.name() + "\"")
        + " (id "
        + thread.id()
        + ")";
  }

  /** A stack; runs of frames that are not the program's own are folded. */
  private void stack(HtmlWriter html, StackTraceElement[] stack) throws IOException {
    html.open("ol", "class", "stack").line();
    for (int i = 0; i < stack.length; ) {
      int end = i;
      while (end < stack.length && !app.owns(stack[end])) {
        end++;
      }
      if (end - i > 1 && end - i < stack.length) {
        html.open("li").open("details", "class", "fold");
        html.element("summary", (end - i) + " library frames").open("ol").line();
        for (; i < end; i++) {
          frame(html, stack[i], "theirs");
        }
        html.close().close().close().line();
      } else if (end > i) {
        for (; i < end; i++) {
          frame(html, stack[i], "theirs");
        }
      } else {
        frame(html, stack[i++], "own");
      }
    }
    html.close().line();
  }

  private static void frame(HtmlWriter html, StackTraceElement frame, String whose)
      throws IOException {
    StringBuilder place = new StringBuilder();
    Frames.appendPlace(place, frame, "");
    html.open("li", "class", whose);
    // A break is allowed after the class, so that long names do not push the columns apart.
    html.open("code").text(frame.getClassName()).tag("wbr").text(".").text(frame.getMethodName());
    html.close().text(" ").element("span", place.toString(), "class", "line");
    if (frame.getModuleName() != null) {
      String version = frame.getModuleVersion();
      html.text(" ");
      html.element(
          "span",
          frame.getModuleName() + (version == null ? "" : " " + version),
          "class",
          "library");
    }
    html.close().line();
  }

  private void snippet(HtmlWriter html, @Nullable StackTraceElement frame) throws IOException {
    Path file = frame == null ? null : sources.find(frame);
    if (frame == null || file == null) {
      return;
    }
    List<String> lines = sources.lines(file);
    int line = frame.getLineNumber();
    if (line < 1 || line > lines.size()) {
      return;
    }
    html.open("figure").element("figcaption", sources.place(frame).path() + ":" + line);
    html.open("pre").open("code");
    int first = Math.max(1, line - AROUND);
    int last = Math.min(lines.size(), line + AROUND);
    for (int i = first; i <= last; i++) {
      html.open("span", "class", i == line ? "row here" : "row");
      html.element("span", Integer.toString(i), "class", "number");
      html.text(lines.get(i - 1).replace("\t", "    ")).close().line();
    }
    html.close().close().close().line();
  }
}
