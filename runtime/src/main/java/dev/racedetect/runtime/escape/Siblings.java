package dev.racedetect.runtime.escape;

import dev.racedetect.runtime.race.StableNames;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Failures of tasks of one kind, of which a program asks one after the other and gives up at the
 * first: {@code for (Future<?> f : futures) f.get()}. It has learnt that they fail, and could not
 * have looked at the rest. A kind is the class of the task, the line that submits it, and the class
 * of the exception.
 *
 * <p>Whoever asks a second one that had failed before it asked the first has not given up, and then
 * each counts for itself. May miss: a program that asks some of the futures while their tasks still
 * run, and forgets the others.
 */
final class Siblings {
  /** A thread that asked one of a kind. Guarded by KINDS. */
  private static final class Asker {
    long thread;

    /** {@code System.nanoTime()} of its last question. */
    long when;

    /** Whether any thread went on after a failure. Never reset. */
    boolean wentOn;
  }

  /** More kinds are not remembered. */
  private static final int MOST = 4096;

  /** By {@link #kind}. Its own lock guards it. */
  private static final Map<String, Asker> KINDS = new HashMap<>();

  private Siblings() {}

  /** When a thread asked for an outcome and the failure is thrown to it. */
  static void asked(Pending failed, long thread) {
    String kind = kind(failed);
    if (kind == null) {
      return;
    }
    long now = System.nanoTime();
    synchronized (KINDS) {
      if (failed.asked) {
        return;
      }
      failed.asked = true;
      Asker asker = KINDS.get(kind);
      if (asker == null) {
        if (KINDS.size() >= MOST) {
          return;
        }
        asker = new Asker();
        KINDS.put(kind, asker);
      } else if (asker.thread == thread && failed.since - asker.when <= 0) {
        asker.wentOn = true;
      }
      asker.thread = thread;
      asker.when = now;
    }
  }

  /** Whether the failure is one of a kind of which a program looked at the first. */
  static boolean excuse(Pending failed) {
    String kind = kind(failed);
    if (kind == null) {
      return false;
    }
    synchronized (KINDS) {
      Asker asker = KINDS.get(kind);
      return asker != null && !asker.wentOn;
    }
  }

  private static @Nullable String kind(Pending failed) {
    String task = failed.task;
    if (task == null) {
      return null;
    }
    StringBuilder kind = new StringBuilder(120);
    kind.append(task).append(' ').append(failed.copy.className());
    for (StackTraceElement frame : failed.submittedAt) {
      if (!StableNames.isJdk(frame.getClassName())) {
        kind.append(' ').append(frame.getClassName());
        kind.append(' ').append(frame.getMethodName());
        kind.append(' ').append(frame.getLineNumber());
        break;
      }
    }
    return kind.toString();
  }
}
