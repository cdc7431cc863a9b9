package dev.racedetect.report;

import dev.racedetect.runtime.race.Frames;
import dev.racedetect.runtime.race.ThreadFacts;
import dev.racedetect.runtime.report.TextStyle;

/** Renders escaped exceptions as text, in the skeleton of race reports. */
final class EscapeText {

  private static final String RULE = "==================\n";

  private final String stripPathPrefix;
  private final AppFrames app;
  private final TextStyle style;

  EscapeText(String stripPathPrefix, AppFrames app, TextStyle style) {
    this.stripPathPrefix = stripPathPrefix;
    this.app = app;
    this.style = style;
  }

  String render(ReportedEscape escape) {
    StringBuilder out = new StringBuilder(1024);
    out.append(RULE).append(style.alarm("WARNING: ESCAPED EXCEPTION")).append('\n');
    out.append(escape.exception());
    String message = escape.message();
    if (message != null) {
      out.append(": ").append(oneLine(message));
    }
    ThreadFacts thread = escape.thread();
    if (thread != null) {
      out.append(" in ").append(thread.virtual() ? "virtual thread" : "thread");
      if (!thread.name().isEmpty()) {
        out.append(" \"").append(oneLine(thread.name())).append('"');
      }
      out.append(" (id ").append(thread.id()).append(')');
    }
    out.append(":\n");
    appendStack(out, escape.stack());
    out.append("  how: ").append(escape.how()).append(" (").append(escape.confidence());
    out.append(")\n");
    if (escape.submittedAt().length > 0) {
      out.append("\nTask submitted at:\n");
      appendStack(out, escape.submittedAt());
    }
    if (escape.hint() != null) {
      out.append(style.strong("Hint:")).append(' ').append(escape.hint()).append('\n');
    }
    out.append("Fingerprint: ").append(escape.fingerprint()).append('\n');
    return out.append(RULE).toString();
  }

  private void appendStack(StringBuilder out, StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      StringBuilder text = new StringBuilder();
      Frames.append(text, frame, stripPathPrefix);
      out.append("  ");
      out.append(app.owns(frame) ? style.strong(text.toString()) : style.faint(text.toString()));
      out.append('\n');
    }
  }

  /** A message is the application's: it must not break the report's lines. */
  private static String oneLine(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(Character.isISOControl(c) ? ' ' : c);
    }
    return out.toString();
  }
}
