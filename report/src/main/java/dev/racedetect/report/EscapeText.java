package dev.racedetect.report;

import dev.racedetect.runtime.race.Frames;
import dev.racedetect.runtime.race.ThreadFacts;
import dev.racedetect.runtime.report.TextStyle;
import org.jspecify.annotations.Nullable;

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
    out.append(RULE);
    out.append(style.alarm("WARNING: ESCAPED EXCEPTION (" + escape.how() + ")")).append('\n');
    appendThrown(out, escape.exception(), escape.message());
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
    for (ReportedEscape.Cause cause : escape.causes()) {
      out.append("Caused by: ");
      appendThrown(out, cause.exception(), cause.message());
      out.append(":\n");
      appendStack(out, cause.stack());
    }
    if (escape.submittedAt().length > 0) {
      out.append("\nTask submitted at:\n");
      appendStack(out, escape.submittedAt());
    }
    if (escape.consequence() != null) {
      out.append("Consequence: ").append(oneLine(escape.consequence())).append('\n');
    }
    if (escape.hint() != null) {
      out.append(style.strong("Hint:")).append(' ').append(escape.hint()).append('\n');
    }
    out.append("Confidence: ").append(escape.confidence()).append('\n');
    out.append("Fingerprint: ").append(escape.fingerprint()).append('\n');
    return out.append(RULE).toString();
  }

  private static void appendThrown(StringBuilder out, String type, @Nullable String message) {
    out.append(type);
    if (message != null) {
      out.append(": ").append(oneLine(message));
    }
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
      out.append(Character.isISOControl(c) ? '?' : c);
    }
    return out.toString();
  }
}
