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

  /** The same where a compiler is to know that they exist, and not to take them for frequent. */
  public static final int FEW = 4;

  /** Of so many further runs, a power of two... */
  static final int TURN = 1 << 10;

  /** ...so many have checks. */
  static final int BURST = 16;

  /**
   * Runs in the present period by method id. Replaced under the class lock when it grows; counted
   * without a lock, so lossy.
   */
  private static volatile int[] runs = new int[1 << 12];

  /** Guarded by the class lock. */
  private static int registered;

  /** Whether runs have checks also without a period. Read plainly: it need not be exact. */
  private static boolean priming;

  /** So many of the next runs of each method have checks. */
  private static int first = FIRST;

  private MethodSampling() {}

  /** A dense id for a method that has checks. */
  public static synchronized int register() {
    if (registered == runs.length) {
      int[] wider = new int[2 * registered];
      System.arraycopy(runs, 0, wider, 0, registered);
      runs = wider;
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
    return (Periods.on() || priming) && taken(method);
  }

  /** Whether a run goes on with checks at the head of a loop; it keeps them then. */
  @ForceInline
  public static boolean loopSampled(int method) {
    return Periods.on() && taken(method);
  }

  @DontInline
  private static boolean taken(int method) {
    int before = runs[method]++;
    return before < first || !priming && before >= FIRST && (before & TURN - 1) < BURST;
  }

  /**
   * A moment in which some runs have checks, although these do nothing without a period. A compiler
   * that has not seen a method to run with checks would leave that form out, and throw its code
   * away when the next period begins.
   *
   * @param on whether it begins or ends
   */
  public static void prime(boolean on) {
    if (on) {
      restart(FEW);
    }
    priming = on;
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
