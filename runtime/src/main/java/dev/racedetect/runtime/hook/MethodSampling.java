package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.thread.Periods;
import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;

/**
 * Which runs of a method have access checks, where there are {@linkplain Periods sampling periods}.
 * Asked by emitted code at the entry of each method that has any; the others run in a form that has
 * the hooks of synchronisation only (Arnold and Ryder, PLDI 2001).
 *
 * <p>Between periods no run has checks. In a period the first runs of a method have, and of the
 * others bursts: races hide in cold code (LiteRace: Marino, Musuvathi and Narayanasamy, PLDI 2009).
 * Runs are counted over all threads, so that a burst is of runs that happen at about the same time.
 * What the other runs access is missed; synchronisation never is.
 */
public final class MethodSampling {
  /** So many runs of a method in a period have checks in any case. */
  public static final int FIRST = 64;

  /** The same in a short period. */
  public static final int FEW = 4;

  /** Of so many further runs, a power of two... */
  static final int TURN = 1 << 10;

  /** ...so many have checks. */
  static final int BURST = 16;

  /** Of so many runs in moments for the compiler, a power of two, one has checks... */
  static final int WARM_TURN = 1 << 8;

  /** ...as long as the method had not more of them than this. */
  static final int WARM = 1 << 14;

  /** What the time between periods is. */
  private enum Between {
    /** Nothing is looked at. */
    PAUSE,
    /** A moment in which runs are counted. */
    COUNTING,
    /** A moment for the compiler. */
    WARMING
  }

  /**
   * Runs in the present period by method id. Replaced under the class lock when it grows; counted
   * without a lock, so lossy.
   */
  private static volatile int[] runs = new int[1 << 12];

  /** Runs in moments for the compiler, as above. */
  private static volatile int[] warm = new int[1 << 12];

  /** Guarded by the class lock. */
  private static int registered;

  /** Whether runs are looked at also without a period. Read plainly: it need not be exact. */
  private static boolean looking;

  /** Set before {@link #looking}; always a pause in a period. */
  private static Between between = Between.PAUSE;

  /** So many of the next runs of each method have checks. */
  private static int first = FIRST;

  private MethodSampling() {}

  /** A dense id for a method that has checks. */
  public static synchronized int register() {
    if (registered == runs.length) {
      int[] wider = new int[2 * registered];
      System.arraycopy(runs, 0, wider, 0, registered);
      runs = wider;
      int[] warmer = new int[2 * registered];
      System.arraycopy(warm, 0, warmer, 0, registered);
      warm = warmer;
    }
    return registered++;
  }

  /** How many methods have checks. */
  public static synchronized int methods() {
    return registered;
  }

  /** Whether the run of a method that begins now has checks. */
  @ForceInline
  public static boolean sampled(int method) {
    return (Periods.on() || looking) && taken(method);
  }

  /** Whether a run goes on with checks at the head of a loop; it keeps them then. */
  @ForceInline
  public static boolean loopSampled(int method) {
    return Periods.on() && between == Between.PAUSE && taken(method);
  }

  @DontInline
  private static boolean taken(int method) {
    if (between == Between.WARMING) {
      int before = warm[method]++;
      return (before & WARM_TURN - 1) == WARM_TURN / 2 && before < WARM;
    }
    int before = runs[method]++;
    return between == Between.PAUSE
        && (before < first || before >= FIRST && (before & TURN - 1) < BURST);
  }

  /**
   * A moment in which some runs have checks, although these do nothing without a period. A compiler
   * that has not seen a method to run with checks would leave that form out, and throw its code
   * away when the next period begins. It looks between a method's first hundreds of runs and its
   * thousands; so that is when some are made to have checks, whenever that is.
   *
   * @param on whether it begins or ends
   */
  public static void warm(boolean on) {
    look(on, Between.WARMING);
  }

  /**
   * A moment in which runs are counted and none has checks: how many there are tells how much the
   * application gets done.
   *
   * @param on whether it begins or ends
   */
  public static void count(boolean on) {
    if (on) {
      restart(0);
    }
    look(on, Between.COUNTING);
  }

  private static void look(boolean on, Between moment) {
    if (on) {
      between = moment;
      looking = true;
    } else {
      looking = false;
      between = Between.PAUSE;
    }
  }

  /** How many runs there were since {@link #restart}; lossy. */
  public static synchronized long runs() {
    long sum = 0;
    for (int i = 0; i < registered; i++) {
      sum += runs[i];
    }
    return sum;
  }

  /**
   * To be called before each period.
   *
   * @param runs so many runs of each method have checks before its bursts begin
   */
  public static synchronized void restart(int runs) {
    java.util.Arrays.fill(MethodSampling.runs, 0, registered, 0);
    first = runs;
  }
}
