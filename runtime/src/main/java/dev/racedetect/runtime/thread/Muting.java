package dev.racedetect.runtime.thread;

import jdk.internal.vm.annotation.ForceInline;
import org.jspecify.annotations.Nullable;

/** What of a thread's actions counts: its levels of muting, told apart by calling contexts. */
public abstract class Muting {
  /** The probabilistic calling context, handed from caller to callee. Used by emitted code. */
  public long context;

  /** Added to {@link #mute} while the thread is inside the detector. */
  public static final int INSIDE = 1 << 12;

  /** More levels than this are not told apart from being inside the detector. */
  private static final int DEEPEST_MUTE = 32;

  /**
   * From this level of {@link #mute} on, the thread gives and gets no edges at all: a carrier of
   * virtual threads as itself, and others while they schedule virtual threads. What that orders
   * must not reach anybody.
   */
  public static final int DEAF = 1 << 19;

  /** The level of a thread that has ended. */
  public static final int ENDED = 1 << 20;

  /**
   * Above 0 while the thread is inside the detector, or inside a JDK method that has a contract of
   * its own: nothing is recorded then. Of code of the application that such a method has called,
   * see {@link #muted}.
   */
  public int mute;

  /** The calling context in which each level of {@link #mute} began; null at first. */
  private long @Nullable [] mutedIn;

  /**
   * Whether what happens now is inside the detector, or inside a JDK method that has a contract of
   * its own. The calling context tells whether that method has called the application meanwhile:
   * only the application changes it, and changes it back when it returns. Where an exception kept
   * it from that, the rest of the JDK method counts, too, which may hide a race.
   */
  @ForceInline
  public boolean muted() {
    // Without calling contexts nobody can tell when a muted method has called the application. Then
    // its inside counts, too: that hides races and invents none.
    return mute != 0 && (Periods.SAMPLED ? mute < 0 || mute >= INSIDE : mutedByContext());
  }

  private boolean mutedByContext() {
    int level = mute;
    long[] contexts = mutedIn;
    return contexts == null
        || level <= 0 // a sampling period began inside the detector
        || level > contexts.length
        || contexts[level - 1] == context;
  }

  /** A further level of {@link #mute} begins; returns the one before. */
  public int muteFurther() {
    int level = mute;
    if (level >= ENDED) {
      return level;
    }
    if (level >= 0 && level < DEEPEST_MUTE) {
      long[] contexts = mutedIn;
      if (contexts == null || level >= contexts.length) {
        contexts = moreLevels(contexts, level);
      }
      contexts[level] = context;
    }
    mute = level + 1;
    return level;
  }

  private long[] moreLevels(long @Nullable [] known, int level) {
    int length = 4;
    while (length <= level) {
      length *= 2;
    }
    long[] more = new long[length];
    if (known != null) {
      System.arraycopy(known, 0, more, 0, known.length);
    }
    mutedIn = more;
    return more;
  }

  /** Back from a callback, during which {@link #mute} was 0. */
  public void unmuteTo(int level) {
    mute = level;
    long[] contexts = mutedIn;
    if (contexts != null) {
      for (int i = Math.min(level, contexts.length) - 1; i >= 0; i--) {
        contexts[i] = context;
      }
    }
  }
}
