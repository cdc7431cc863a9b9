package dev.racedetect.runtime.report;

import dev.racedetect.runtime.race.AccessFacts;
import dev.racedetect.runtime.race.Frames;
import dev.racedetect.runtime.race.Location;
import dev.racedetect.runtime.race.LockFacts;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.ThreadFacts;
import org.jspecify.annotations.Nullable;

/** Renders findings as text: the skeleton of Go's race detector with Java's facts. */
public final class TextWriter {

  private static final String RULE = "==================\n";

  private final String stripPathPrefix;

  /**
   * Creates a writer.
   *
   * @param stripPathPrefix prefix to cut from file names; empty for none
   */
  public TextWriter(String stripPathPrefix) {
    this.stripPathPrefix = stripPathPrefix;
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
    out.append(RULE).append("WARNING: DATA RACE\n");
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
    if (hint != null) {
      out.append("Hint: ").append(hint).append('\n');
    }
    out.append("Fingerprint: ").append(fingerprint).append('\n');
    return out.append(RULE).toString();
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
    if (found || summary.coverage().skipped() > 0) {
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
      for (int i = 0; i < name.length(); i++) {
        // A name is the application's: it must not break the report's lines.
        out.append(Character.isISOControl(name.charAt(i)) ? '?' : name.charAt(i));
      }
      out.append('"');
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
    if (stack.length == 0) {
      return;
    }
    int start = out.append('\n').length();
    appendThread(out, thread);
    out.setCharAt(start, Character.toUpperCase(out.charAt(start)));
    out.append(" (id ").append(thread.id());
    out.append(thread.finished() ? ", finished" : ", running").append(") created at:\n");
    appendStack(out, stack);
  }

  private void appendStack(StringBuilder out, StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      out.append("  ");
      Frames.append(out, frame, stripPathPrefix);
      out.append('\n');
    }
  }
}
