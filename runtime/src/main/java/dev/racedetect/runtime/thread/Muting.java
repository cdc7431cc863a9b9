package dev.racedetect.runtime.thread;

import jdk.internal.vm.annotation.ForceInline;
import org.jspecify.annotations.Nullable;

/** What of a thread's actions counts: its levels of muting, told apart by calling contexts. */
public abstract class Muting {
  /** The probabilistic calling context, handed from caller to callee. Used by emitted code. */
  public long context;

  /** Added to {@link #mute} while the thread is inside the detector. */
  public static final int INSIDE = 1 << 12;

  /**
   * More levels than this are not counted: further methods of the JDK are not muted, which may hide
   * a race. Deep hierarchies whose loading begins inside loaders of the JDK come to some hundred.
   */
  private static final int DEEPEST_MUTE = INSIDE - 1;

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

  /** The calling context in which the thread went inside the detector last. */
  private long insideSince;

  /**
   * Above 0 while the thread rewrites a class. Then it may run code of the application: of class
   * loaders that are asked for class files, and of transformers of other agents, when a class of
   * the JDK is first used there.
   */
  public int transforming;

  /**
   * Whether what happens now is inside the detector, or inside a JDK method that has a contract of
   * its own. The calling context tells whether that method has called the application meanwhile:
   * only the application changes it, and changes it back when it returns. Where an exception kept
   * it from that, the rest of the JDK method counts, too, which may hide a race.
   */
  @ForceInline
  public boolean muted() {
    return mute != 0 && (Periods.SAMPLED ? mutedInPeriod() : mutedByContext());
  }

  /**
   * Without calling contexts nobody can tell when a muted method has called the application. Then
   * its inside counts, too, as does that of what rewrites classes: that hides races and invents
   * none.
   */
  private boolean mutedInPeriod() {
    int level = mute;
    return level < 0 || level >= INSIDE && (level >= DEAF || transforming == 0);
  }

  private boolean mutedByContext() {
    int level = mute;
    if (level < 0 || level >= DEAF) {
      return true; // below 0: a sampling period began inside the detector
    }
    if (level >= INSIDE && context == insideSince) {
      return true;
    }
    int depth = level & INSIDE - 1;
    long[] contexts = mutedIn;
    return depth > 0
        && (contexts == null || depth > contexts.length || contexts[depth - 1] == context);
  }

  /**
   * Whether accesses leave no trace: on threads that give and get no edges, and in code of the
   * application that runs because of the detector. What that does would not be done without it.
   */
  public boolean unheard() {
    return mute >= INSIDE;
  }

  /**
   * The thread goes inside the detector: until {@link #comeOut} nothing is recorded but what code
   * of the application orders that runs meanwhile.
   *
   * @return what {@link #comeOut} needs, besides the present {@link #mute}
   */
  public long goInside() {
    long outer = insideSince;
    insideSince = context;
    mute += INSIDE;
    return outer;
  }

  /**
   * Back from inside the detector.
   *
   * @param level of {@link #mute} before {@link #goInside}
   * @param outer what that returned
   */
  public void comeOut(int level, long outer) {
    insideSince = outer;
    mute = level;
  }

  /** A further level of {@link #mute} begins; returns the one before. */
  public int muteFurther() {
    int level = mute;
    if (level >= ENDED) {
      return level;
    }
    int depth = level & INSIDE - 1;
    if (level >= 0 && level < DEAF) {
      if (depth == DEEPEST_MUTE) {
        return level;
      }
      long[] contexts = mutedIn;
      if (contexts == null || depth >= contexts.length) {
        contexts = moreLevels(contexts, depth);
      }
      contexts[depth] = context;
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
      for (int i = Math.min(level & INSIDE - 1, contexts.length) - 1; i >= 0; i--) {
        contexts[i] = context;
      }
    }
  }
}
