package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.thread.Periods;
import java.lang.invoke.VarHandle;
import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;

/**
 * Which runs of a method have access checks, where there are {@linkplain Periods sampling periods}.
 * Asked by emitted code at the entry of each method that has any; the others run in a form that has
 * the hooks of synchronisation only (Arnold and Ryder, PLDI 2001).
 *
 * <p>Each method has a gate. It is opened for a number of runs, which all threads share, and the
 * last of these closes it: so a method costs one load while it is closed, and a method that runs
 * all the time is not slowed down for long. In a period the first runs of a method have checks, and
 * in a long one bursts of the others: races hide in cold code (LiteRace: Marino, Musuvathi and
 * Narayanasamy, PLDI 2009). What the other runs access is missed; synchronisation never is.
 */
public final class MethodSampling {
  /** So many runs of a method in a period have checks in any case. */
  public static final int FIRST = 32;

  /** The same in a short period. */
  public static final int FEW = 4;

  /** So many have, from time to time, after that in a period that does not end. */
  public static final int BURST = 16;

  /** Of methods above this number, a power of two, some share a gate. */
  private static final int GATES = 1 << 18;

  /** Open gates. A constant array, so that a look is one load. Read and written without a lock. */
  private static final boolean[] OPEN = new boolean[GATES];

  /** How many runs may still pass. Replaced when it grows; counted without a lock, so lossy. */
  private static volatile int[] left = new int[1 << 12];

  /** Guarded by the class lock. */
  private static int registered;

  /** For how many runs the gates were opened. Guarded by the class lock. */
  private static int most = FIRST;

  private MethodSampling() {}

  /** A dense id for a method that has checks. In a period its gate is open from the start. */
  public static synchronized int register() {
    int id = registered++;
    int gate = id & GATES - 1;
    if (gate == left.length) {
      int[] wider = new int[2 * gate];
      System.arraycopy(left, 0, wider, 0, gate);
      left = wider;
    }
    if (Periods.on()) {
      left[gate] = most;
      OPEN[gate] = true;
    }
    return id;
  }

  /** How many methods have checks. */
  public static synchronized int methods() {
    return registered;
  }

  /** Whether the run of a method that begins now has checks; {@link #entered} is called then. */
  @ForceInline
  public static boolean sampled(int method) {
    return OPEN[method & GATES - 1];
  }

  /**
   * Whether a run goes on with checks at the head of a loop; it keeps them then. The fence keeps
   * the compiler from looking once, before the loop, where nothing in it could change the answer.
   */
  @ForceInline
  public static boolean loopSampled(int method) {
    VarHandle.loadLoadFence();
    return Periods.on() && OPEN[method & GATES - 1];
  }

  /** At the beginning of a run with checks. */
  @DontInline
  public static void entered(int method) {
    int gate = method & GATES - 1;
    if (--left[gate] <= 0) {
      OPEN[gate] = false;
    }
  }

  /**
   * Opens all gates.
   *
   * @param runs for so many runs of each method
   */
  public static synchronized void open(int runs) {
    most = runs;
    int[] counts = left;
    int gates = Math.min(registered, GATES);
    for (int i = 0; i < gates; i++) {
      counts[i] = runs;
      OPEN[i] = true;
    }
  }

  /** Opens those gates that are closed, for {@link #BURST} runs. */
  public static synchronized void burst() {
    int[] counts = left;
    int gates = Math.min(registered, GATES);
    for (int i = 0; i < gates; i++) {
      if (!OPEN[i]) {
        counts[i] = BURST;
        OPEN[i] = true;
      }
    }
  }

  /** Closes all gates. */
  public static synchronized void close() {
    java.util.Arrays.fill(OPEN, 0, Math.min(registered, GATES), false);
  }
}
