package dev.racedetect.runtime.escape;

import dev.racedetect.runtime.race.StableNames;
import org.jspecify.annotations.Nullable;

/**
 * Where tasks of one class are submitted. A lambda has a class of its own for each place in the
 * source, so one look at a few submissions tells the place of all of them; only for a class that is
 * submitted in several places each task has to be noted. That keeps the stack walk, which costs as
 * much as a hand-over between threads, off the usual submission.
 *
 * <p>Looked at are the first submission and those with a power of two as number, up to {@link
 * #LOOKS}. May show the wrong place: of a class that is first submitted elsewhere after that.
 */
final class Site {
  /** Submissions after which a class with one place only is not looked at any more. */
  private static final int LOOKS = 4096;

  /** A class of the JDK: what it wraps is noted, not the wrapper. */
  static final Site IGNORED = new Site(LOOKS + 1);

  /** Racy on purpose: a lost count makes the next look come later. */
  private int count;

  /** Whether the class is submitted in several places. */
  private volatile boolean mixed;

  /** What all stacks seen so far have in common, innermost first. Guarded by this. */
  private StackTraceElement @Nullable [] common;

  Site() {}

  private Site(int count) {
    this.count = count;
  }

  /** Whether the submission that is about to happen is to be looked at. */
  boolean wantsLook() {
    int n = count;
    if (n > LOOKS) {
      return mixed;
    }
    count = n + 1;
    return mixed || (n & n - 1) == 0;
  }

  boolean isMixed() {
    return mixed;
  }

  synchronized void look(StackNote note) {
    StackTraceElement[] seen = note.frames();
    StackTraceElement[] before = common;
    if (before == null) {
      common = seen;
      return;
    }
    int same = 0;
    boolean anyOwn = false;
    while (same < seen.length && same < before.length && seen[same].equals(before[same])) {
      anyOwn |= !StableNames.isJdk(seen[same].getClassName());
      same++;
    }
    if (!anyOwn) {
      mixed = true;
      same = 0;
    }
    if (same < before.length) {
      StackTraceElement[] shorter = new StackTraceElement[same];
      System.arraycopy(before, 0, shorter, 0, same);
      common = shorter;
    }
  }

  /** The frames that all submissions have in common; empty if there are none. */
  synchronized StackTraceElement[] frames() {
    StackTraceElement[] frames = common;
    return frames == null ? new StackTraceElement[0] : frames;
  }
}
