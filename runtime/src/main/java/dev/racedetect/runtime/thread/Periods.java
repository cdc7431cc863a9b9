package dev.racedetect.runtime.thread;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.clock.VectorClock;
import java.lang.invoke.VarHandle;
import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;
import org.jspecify.annotations.Nullable;

/**
 * Sampling periods (Pacer: Bond, Coons and McKinley, PLDI 2010), but of the whole engine: between
 * two periods nothing is seen, neither accesses nor synchronisation, and every hook ends at {@link
 * ThreadState#PAUSED}.
 *
 * <p>Not seeing an access can only miss a race. Not seeing an edge could invent one; why it does
 * not here:
 *
 * <ol>
 *   <li>At its first hook in a period a thread acquires <em>all that any thread has done so
 *       far</em> ({@link #upToNow}). So an access B that is found to race with an access A proves
 *       that A was recorded after B's thread had come into the period.
 *   <li>Then every step of a happens-before path from A to B lies after A, hence after a moment at
 *       which the period was on. Reads of {@link #now} in such an order never see an older value
 *       after a newer one, so each of the steps sees this period or a later one. B saw this period:
 *       no step saw a later one. All of them were recorded.
 *   <li>Except for an operation that a thread had begun before: it may end in the period without
 *       its hook at the entry having run. If it is the thread's first hook, it acquires everything
 *       anyway; hooks at an exit that find nothing left by their entry call {@link
 *       ThreadState#catchUp}, which acquires everything, too.
 * </ol>
 *
 * <p>The price is missed races: between accesses of different periods, and those of a thread that
 * comes late into a period with what came before. A clock that acquires everything is not what any
 * thread ever published; so where there are periods, nothing may be concluded from one entry about
 * the others ({@link ThreadState#acquire}).
 *
 * <p>Memory is bounded by the period, too: what the shadow words of earlier periods refer to is
 * never looked at again.
 */
public final class Periods {
  /** Whether there are periods at all. A constant: without periods all of this costs nothing. */
  public static final boolean SAMPLED = Sampling.requested;

  /** More threads than this do not take part in one period: it ends early. */
  private static final int MOST_THREADS = 1 << 12;

  /**
   * The number of the present period, 0 between periods, {@link #COUNTING} in moments between them
   * in which hooks are counted. Written under LOCK, between fences. Read plainly by every hook: a
   * volatile read would keep the compiler from moving any load of the application over it. That is
   * enough, because hooks stand beside the action that they are about. A compiler moves no load
   * over an action that acquires or releases, nor over a call; and two loads of one variable by one
   * thread, or by two that such an action orders, never see its values in the wrong order. So what
   * is said of the steps of a path above holds: the look of each step comes after that of the step
   * before.
   */
  private static int now;

  private static final int COUNTING = -1;

  private static final SpinLock LOCK = new SpinLock();

  /** The number of the latest period. Guarded by LOCK. */
  private static int latest;

  /** All that had been recorded when the present period began. Guarded by LOCK. */
  private static VectorClock base = VectorClock.EMPTY;

  /** The threads that have come into the present period. Guarded by LOCK. */
  private static @Nullable ThreadState[] threads = new ThreadState[64];

  /** Guarded by LOCK. */
  private static int count;

  private Periods() {}

  /** The state of the current thread in the present period, else {@link ThreadState#PAUSED}. */
  @ForceInline
  static ThreadState current() {
    int period = now;
    return period == 0 ? ThreadState.PAUSED : in(period);
  }

  @DontInline
  private static ThreadState in(int period) {
    if (period == COUNTING) {
      return ThreadState.PAUSED;
    }
    ThreadState state = ThreadTable.own();
    if (state.period != period) {
      enter(state, period);
    }
    return state;
  }

  /** Whether a period is on. Always so without periods. */
  public static boolean on() {
    return !SAMPLED || now > 0;
  }

  /** Whether hooks in methods of the JDK look further: in a period, and where they are counted. */
  public static boolean looked() {
    return !SAMPLED || now != 0;
  }

  /**
   * A moment between two periods in which hooks are counted, or its end. To be called as {@link
   * #begin}.
   */
  public static void count(boolean on) {
    now = on ? COUNTING : 0;
  }

  /** Whether hooks with this state have nothing to do. A constant without periods. */
  @ForceInline
  public static boolean paused(ThreadState thread) {
    return SAMPLED && thread == ThreadState.PAUSED;
  }

  /** Begins a period. To be called by one thread only, as {@link #end}. */
  public static void begin() {
    // Some hooks count levels up and down on the common state, whatever others do there.
    ThreadState.PAUSED.mute = ThreadState.ENDED;
    LOCK.lock();
    try {
      latest = latest == Integer.MAX_VALUE ? 1 : latest + 1;
      // First on, then look: a thread that is still in a hook of the last period may record an
      // access, and what it does next is either seen or before this look. Nobody comes in before.
      now = latest;
      VarHandle.fullFence();
      base = finished();
      for (int i = 0; i < count; i++) {
        threads[i] = null;
      }
      count = 0;
    } finally {
      LOCK.unlock();
    }
  }

  /** Ends the period. Hooks that have begun end as they would in it. */
  public static void end() {
    now = 0;
    VarHandle.fullFence();
  }

  private static void enter(ThreadState state, int period) {
    LOCK.lock();
    try {
      add(state);
    } finally {
      LOCK.unlock();
    }
    state.enter(period, upToNow());
  }

  /** A thread that begins in the period, and knows all that its starter knows. */
  static void started(ThreadState child) {
    int period = now;
    if (period > 0) {
      LOCK.lock();
      try {
        add(child);
        child.period = period;
      } finally {
        LOCK.unlock();
      }
    }
  }

  /** Must be called with LOCK held. */
  private static void add(ThreadState state) {
    if (count == MOST_THREADS) {
      // Recorded accesses of a thread that is not in the list would be unknown to upToNow(): let
      // it take part, but let nobody else find the period on. What is on the way is few.
      now = 0;
    }
    if (count == threads.length) {
      @Nullable ThreadState[] wider = new ThreadState[count * 2];
      System.arraycopy(threads, 0, wider, 0, count);
      threads = wider;
    }
    threads[count++] = state;
  }

  /** Covers every access that was recorded before the call. */
  static VectorClock upToNow() {
    LOCK.lock();
    try {
      return recorded();
    } finally {
      LOCK.unlock();
    }
  }

  /** Must be called with LOCK held. */
  private static VectorClock recorded() {
    // An epoch is stored before the compare-and-set that records an access with it, and this
    // thread has seen the period on before: with the fence, whoever records with an epoch that is
    // not seen here has found the period on.
    VarHandle.fullFence();
    VectorClock all = base;
    for (int i = 0; i < count; i++) {
      ThreadState state = threads[i];
      if (state != null) {
        long epoch = state.recordedEpoch();
        if (epoch != Epoch.UNRECORDED) {
          all = with(all, epoch);
        }
      }
    }
    return all;
  }

  /** Notes the last epoch that a thread has used in a slot, before it leaves it. */
  static void left(long epoch) {
    LOCK.lock();
    try {
      base = with(base, epoch);
    } finally {
      LOCK.unlock();
    }
  }

  /**
   * Covers what the threads of the last period have recorded, and what they may still record in
   * hooks that have not ended: one of these may run for longer than a period and a pause, on a
   * thread that the system does not let run. It records with the present epoch, or the next if it
   * releases first; the thread uses neither when it comes into another period. What a new thread
   * does first in the slot of one that has ended meanwhile may be missed for that. Must be called
   * with LOCK held.
   */
  private static VectorClock finished() {
    VectorClock all = base;
    for (int i = 0; i < count; i++) {
      ThreadState state = threads[i];
      long epoch = state == null ? Epoch.UNRECORDED : state.epoch;
      if (epoch != Epoch.UNRECORDED) {
        int slot = Epoch.slot(epoch);
        int last = Math.min(Epoch.MAX_CLOCK, Epoch.clock(epoch) + 1);
        all = all.get(slot) >= last ? all : all.with(slot, last);
      }
    }
    return all;
  }

  private static VectorClock with(VectorClock clock, long epoch) {
    int slot = Epoch.slot(epoch);
    return clock.get(slot) >= Epoch.clock(epoch) ? clock : clock.with(slot, Epoch.clock(epoch));
  }
}
