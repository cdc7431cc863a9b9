package dev.racedetect.runtime.report;

import dev.racedetect.runtime.escape.EscapeFinding;
import dev.racedetect.runtime.escape.Fault;
import dev.racedetect.runtime.escape.How;
import dev.racedetect.runtime.race.AccessFacts;
import dev.racedetect.runtime.race.Frames;
import dev.racedetect.runtime.race.Location;
import dev.racedetect.runtime.race.LockFacts;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.StableNames;
import dev.racedetect.runtime.race.TestFacts;
import dev.racedetect.runtime.race.ThreadFacts;
import org.jspecify.annotations.Nullable;

/** Renders findings as text: the skeleton of Go's race detector with Java's facts. */
public final class TextWriter {

  private static final String RULE = "==================\n";

  private final String stripPathPrefix;
  private final TextStyle style;

  /**
   * Creates a writer without colours.
   *
   * @param stripPathPrefix prefix to cut from file names; empty for none
   */
  public TextWriter(String stripPathPrefix) {
    this(stripPathPrefix, TextStyle.PLAIN);
  }

  /**
   * Creates a writer.
   *
   * @param stripPathPrefix prefix to cut from file names; empty for none
   * @param style colours
   */
  public TextWriter(String stripPathPrefix, TextStyle style) {
    this.stripPathPrefix = stripPathPrefix;
    this.style = style;
  }

  /**
   * A race, complete with rules and line ends.
   *
   * @param finding the race
   * @param fingerprint its fingerprint
   * @param hint its hint; null for none
   */
  public String race(RaceFinding finding, String fingerprint, @Nullable String hint) {
    StringBuilder out = new StringBuilder(1024);
    out.append(RULE).append(style.alarm("WARNING: DATA RACE")).append('\n');
    AccessFacts current = finding.current();
    appendCapitalized(out, current.op());
    out.append(" of ");
    appendLocation(out, finding.location(), current.call());
    appendBy(out, current.thread());
    appendAccess(out, current);
    AccessFacts previous = finding.previous();
    out.append("\nPrevious ").append(previous.op());
    if (previous.call() != null) {
      out.append(" of ").append(finding.location().className());
      appendCall(out, previous.call());
    }
    appendBy(out, previous.thread());
    appendAccess(out, previous);
    appendCreation(out, current.thread());
    if (previous.thread().id() != current.thread().id()) {
      appendCreation(out, previous.thread());
    }
    String declaration = finding.location().declaration();
    if (declaration != null && !finding.location().name().isEmpty()) {
      out.append("Declared as: ").append(declaration).append('\n');
    }
    if (finding.location().value() != null) {
      out.append("Value now: ").append(finding.location().value()).append('\n');
    }
    TestFacts tests = finding.tests();
    if (tests != null) {
      out.append("Test: ").append(tests.owner());
      if (tests.bystander() != null) {
        out.append(" (while ").append(tests.bystander()).append(" was running)");
      }
      out.append('\n');
    }
    if (hint != null) {
      out.append(style.strong("Hint:")).append(' ').append(hint).append('\n');
    }
    out.append("Fingerprint: ").append(fingerprint).append('\n');
    return out.append(RULE).toString();
  }

  /**
   * An escaped exception, complete with rules and line ends.
   *
   * @param finding the escape
   * @param fingerprint its fingerprint
   */
  public String escape(EscapeFinding finding, String fingerprint) {
    StringBuilder out = new StringBuilder(1024);
    out.append(RULE);
    out.append(style.alarm("WARNING: ESCAPED EXCEPTION (" + finding.how().word() + ")"));
    out.append('\n');
    StackTraceElement[] none = {};
    appendFault(out, finding.fault(), none);
    StackTraceElement[] enclosing = finding.fault().stack();
    for (Fault cause = finding.fault().cause(); cause != null; cause = cause.cause()) {
      out.append("Caused by: ");
      appendFault(out, cause, enclosing);
      enclosing = cause.stack();
    }
    StackTraceElement[] at = Frames.trim(finding.submittedAt());
    if (at.length > 0) {
      out.append('\n').append(submission(finding)).append(" at:\n");
      appendStack(out, at);
    }
    ThreadFacts thread = finding.thread();
    out.append("In: ");
    appendThread(out, thread);
    out.append(" (id ").append(thread.id()).append(")\nConsequence: ");
    out.append(finding.consequence());
    if (finding.how() == How.PERIODIC_CANCELLED && at.length > 0) {
      appendOwnPlace(out, at);
    }
    out.append('\n').append(style.strong("Hint:")).append(' ');
    out.append(finding.how().hint()).append('\n');
    out.append("Confidence: ").append(finding.confidence()).append('\n');
    out.append("Fingerprint: ").append(fingerprint).append('\n');
    return out.append(RULE).toString();
  }

  private static String submission(EscapeFinding finding) {
    return switch (finding.how()) {
      case THREAD_DEATH, VIRTUAL_THREAD_DEATH -> "Thread started";
      case PERIODIC_CANCELLED, TIMER_DEATH -> "Task scheduled";
      case COMPLETION_UNOBSERVED -> finding.task() == null ? "Stage completed" : "Task submitted";
      default -> "Task submitted";
    };
  }

  /** An exception and its stack, without the frames that it shares with the one it caused. */
  private void appendFault(StringBuilder out, Fault fault, StackTraceElement[] enclosing) {
    out.append(fault.className());
    String message = fault.message();
    if (message != null) {
      out.append(": ");
      appendOneLine(out, message);
    }
    out.append('\n');
    StackTraceElement[] stack = fault.stack();
    int own = stack.length;
    int other = enclosing.length;
    while (own > 0 && other > 0 && stack[own - 1].equals(enclosing[other - 1])) {
      own--;
      other--;
    }
    StackTraceElement[] shown = new StackTraceElement[own];
    System.arraycopy(stack, 0, shown, 0, own);
    appendStack(out, shown);
    if (own < stack.length) {
      out.append("  ... ").append(stack.length - own).append(" more\n");
    }
  }

  private void appendOwnPlace(StringBuilder out, StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (!StableNames.isJdk(frame.getClassName())) {
        out.append(", scheduled at ");
        Frames.appendPlace(out, frame, stripPathPrefix);
        return;
      }
    }
  }

  /** The closing lines; empty when there is nothing to say. */
  public String summary(Summary summary) {
    StringBuilder out = new StringBuilder();
    if (summary.races() > 0) {
      out.append("Found ").append(summary.races()).append(" data race(s)\n");
    }
    if (summary.escapes() > 0) {
      out.append("Found ").append(summary.escapes()).append(" escaped exception(s)\n");
    }
    if (summary.foreign() > 0) {
      out.append("racedetect: ")
          .append(summary.foreign())
          .append(" data race(s) without a frame of the program's own code, see option app\n");
    }
    boolean found = summary.races() + summary.escapes() + summary.foreign() > 0;
    boolean watched = summary.coverage().instrumented() + summary.coverage().skipped() > 0;
    if (watched && found || summary.coverage().skipped() > 0) {
      appendCoverage(out, summary);
    }
    return out.toString();
  }

  private static void appendCoverage(StringBuilder out, Summary summary) {
    Coverage.Counts counts = summary.coverage();
    out.append("racedetect: ").append(counts.instrumented()).append(" classes instrumented, ");
    out.append(counts.skipped()).append(" skipped");
    String separator = " (";
    for (Coverage.Skipped skipped : counts.reasons()) {
      out.append(separator).append(skipped.count()).append(' ').append(skipped.reason());
      if (!skipped.example().isEmpty()) {
        out.append(skipped.count() > 1 ? ", first " : ": ").append(skipped.example());
      }
      separator = "; ";
    }
    if (counts.reasons().length > 0) {
      out.append(')');
    }
    if (summary.suppressed() > 0) {
      out.append(", ").append(summary.suppressed()).append(" race(s) suppressed");
    }
    out.append('\n');
  }

  private static void appendCapitalized(StringBuilder out, String op) {
    out.append(Character.toUpperCase(op.charAt(0))).append(op, 1, op.length());
  }

  private static void appendCall(StringBuilder out, @Nullable String call) {
    if (call != null) {
      out.append(" (").append(call).append(')');
    }
  }

  private static void appendLocation(StringBuilder out, Location location, @Nullable String call) {
    String member = location.className() + "." + location.name();
    switch (location.kind()) {
      case Location.ARRAY -> {
        if (location.index() >= 0) {
          out.append("element ").append(location.index()).append(" of ");
        }
        out.append(location.className());
      }
      case Location.COLLECTION -> {
        if (location.index() >= 0) {
          out.append("element ").append(location.index()).append(" of ");
        }
        out.append("collection ").append(location.className());
        appendCall(out, call);
      }
      case Location.STATIC -> out.append("static field ").append(member);
      default -> out.append("field ").append(member);
    }
    String object = location.object();
    if (object != null) {
      out.append(" (").append(object).append(')');
    }
  }

  private static void appendBy(StringBuilder out, ThreadFacts thread) {
    out.append(" by ");
    appendThread(out, thread);
    out.append(" (id ").append(thread.id()).append("):\n");
  }

  private static void appendThread(StringBuilder out, ThreadFacts thread) {
    out.append(thread.virtual() ? "virtual thread" : "thread");
    String name = thread.name();
    if (!name.isEmpty()) {
      out.append(" \"");
      appendOneLine(out, name);
      out.append('"');
    }
  }

  /** Text of the application must not break the report's lines. */
  private static void appendOneLine(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      out.append(Character.isISOControl(text.charAt(i)) ? '?' : text.charAt(i));
    }
  }

  private void appendAccess(StringBuilder out, AccessFacts access) {
    appendStack(out, Frames.trim(access.stack()));
    out.append("  holding: ");
    LockFacts[] locks = access.locks();
    if (locks == null) {
      out.append("not known any more");
    } else if (locks.length == 0) {
      out.append("no lock");
    } else {
      appendLocks(out, locks);
    }
    out.append('\n');
  }

  private void appendLocks(StringBuilder out, LockFacts[] locks) {
    for (int i = 0; i < locks.length; i++) {
      out.append(i == 0 ? "" : ", ").append(locks[i].object());
      StackTraceElement[] at = locks[i].at();
      StackTraceElement[] place = at == null ? new StackTraceElement[0] : Frames.trim(at);
      if (place.length > 0) {
        out.append(" (locked at ");
        Frames.appendPlace(out, place[0], stripPathPrefix);
        out.append(')');
      }
    }
  }

  private void appendCreation(StringBuilder out, ThreadFacts thread) {
    StackTraceElement[] stack = Frames.trim(thread.createdAt());
    if (stack.length > 0) {
      appendCreation(out, thread, stack);
    }
    StackTraceElement[] submission = Frames.trim(thread.submittedAt());
    if (submission.length > 0) {
      out.append("\nTask of ");
      appendThread(out, thread);
      out.append(" (id ").append(thread.id()).append(") submitted at:\n");
      appendStack(out, submission);
    }
  }

  private void appendCreation(StringBuilder out, ThreadFacts thread, StackTraceElement[] stack) {
    int start = out.append('\n').length();
    appendThread(out, thread);
    out.setCharAt(start, Character.toUpperCase(out.charAt(start)));
    out.append(" (id ").append(thread.id());
    out.append(thread.finished() ? ", finished" : ", running").append(") created at:\n");
    appendStack(out, stack);
  }

  private void appendStack(StringBuilder out, StackTraceElement[] stack) {
    int folded = TestRunnerFrames.count(stack);
    for (int i = 0; i < stack.length - folded; i++) {
      StringBuilder text = new StringBuilder();
      Frames.append(text, stack[i], stripPathPrefix);
      out.append("  ").append(style.frame(stack[i], text.toString())).append('\n');
    }
    if (folded > 0) {
      out.append("  ... ").append(folded).append(" frames that run the test\n");
    }
  }
}
