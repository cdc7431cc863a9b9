package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.OptimisticReads;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Called around JDK methods that have a contract of their own, so that the locks, atomics and
 * queues inside them give no edge that nobody promised, and around the application's callbacks
 * within them, where everything counts again. Callbacks that no row names are recognised by the
 * calling context ({@link ThreadState#muted}); rows name those that need more, or run code that is
 * not instrumented.
 *
 * <p>Levels are restored to a remembered value instead of being counted down: an exception that
 * skips a restoration can leave a thread too little muted for a while (which may hide a race), and
 * never too much (which could invent one).
 */
public final class MuteHooks {
  private MuteHooks() {}

  /**
   * The state of the current thread if it is neither inside the detector nor inside a muted method;
   * else null.
   */
  static @Nullable ThreadState active() {
    if (!Periods.looked()) {
      return null;
    }
    ThreadState thread = current();
    if (thread.muted()) {
      return null;
    }
    if (thread.optimistic != null) {
      OptimisticReads.settle(thread);
    }
    return thread;
  }

  /**
   * The state of the current thread unless it has ended already or schedules virtual threads,
   * whatever its level otherwise: for the edges that the JDK makes on behalf of the application and
   * that are exact at any depth.
   */
  static @Nullable ThreadState alive() {
    if (!Periods.looked()) {
      return null;
    }
    ThreadState thread = current();
    return thread.mute < ThreadState.DEAF ? thread : null;
  }

  private static ThreadState current() {
    if (Periods.SAMPLED) {
      Progress.count();
    }
    return ThreadState.current();
  }

  /** At the entry of a method that schedules virtual threads; returns the level to go back to. */
  public static int deafen() {
    ThreadState thread = ThreadState.current();
    int level = thread.mute;
    if (level < ThreadState.ENDED) {
      thread.mute = level + ThreadState.DEAF;
    }
    return level;
  }

  /** At the entry of a muted method; returns the level to go back to. */
  public static int enter() {
    return ThreadState.current().muteFurther();
  }

  /** At each exit of a muted method. */
  public static void exit(int level) {
    restore(level);
  }

  /** Neither from nor to the level of a state that is ended or paused. */
  private static void restore(int level) {
    ThreadState thread = ThreadState.current();
    if (level < ThreadState.ENDED && thread.mute < ThreadState.ENDED) {
      thread.mute = level;
    }
  }

  /** The current level. */
  public static int level() {
    return ThreadState.current().mute;
  }

  /** Before a call inside a method that is not muted itself. */
  public static void quieten() {
    ThreadState.current().muteFurther();
  }

  /** Before a callback of the application; what a carrier of virtual threads calls is none. */
  public static void open() {
    ThreadState thread = ThreadState.current();
    if (thread.mute < ThreadState.INSIDE) {
      thread.mute = 0;
    }
  }

  /** After such a call. */
  public static void close(int level) {
    ThreadState thread = ThreadState.current();
    if (level < ThreadState.ENDED && thread.mute < ThreadState.ENDED) {
      thread.unmuteTo(level);
    }
  }

  /** What hooks at the entry of an operation leave that may be between sampling periods. */
  private static final Object UNSEEN = new Object();

  /**
   * What the hook at an entry leaves if there is no {@link #active} thread. It does not look
   * whether a period is on: one may have begun since the hook has looked.
   */
  static @Nullable Object nothing() {
    return Periods.SAMPLED ? UNSEEN : null;
  }

  /**
   * At the exit of an operation that may have begun between sampling periods: then the thread
   * acquires everything.
   *
   * @param left what the hook at the entry has left, if that is nothing of use
   */
  static void unseen(@Nullable Object left) {
    if (left == UNSEEN) {
      ThreadState thread = active();
      if (thread != null) {
        thread.catchUp();
      }
    }
  }
}
