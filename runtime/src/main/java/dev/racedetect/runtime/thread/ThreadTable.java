package dev.racedetect.runtime.thread;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.clock.VectorClock;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;
import org.jspecify.annotations.Nullable;

/**
 * Finds the state of a thread by its identifier: {@code Thread.currentThread()} is one register
 * load, its identifier a second load, and identifiers are dense, so that a bucket rarely holds more
 * than one state. Never a {@code ThreadLocal}: those cost several times as much and are gone in the
 * middle of {@code Thread.exit}. A virtual thread has its own state, a carrier another.
 */
public final class ThreadTable {
  private static final SpinLock LOCK = new SpinLock();

  /** All slots of vector clocks. */
  static final ThreadSlots SLOTS = new ThreadSlots();

  /** How many of a thread's latest critical sections are remembered. */
  static volatile int historySize = 128;

  private static final VarHandle BUCKET = MethodHandles.arrayElementVarHandle(ThreadState[].class);

  /** Length a power of two. Written under LOCK, read without it. */
  private static volatile @Nullable ThreadState[] table = new ThreadState[256];

  /**
   * States found lately, by the identifiers of their threads: a table of one size, that the
   * compiler knows, and without chains. Written and read racily: what a thread finds here it uses
   * only if it is its own state, which it has made itself or got from the thread that started it.
   */
  private static final @Nullable ThreadState[] RECENT = new ThreadState[512];

  /** Guarded by LOCK. */
  private static int count;

  /** Joined end clocks of all finished non-daemon threads. Guarded by LOCK. */
  private static VectorClock ended = VectorClock.EMPTY;

  private ThreadTable() {}

  /** Sets how many of a thread's latest critical sections are remembered. */
  public static void historySize(int sections) {
    int size = 8;
    while (size < sections && size < 1 << 20) {
      size *= 2;
    }
    historySize = size;
  }

  /** The state of the current thread. */
  @ForceInline
  static ThreadState own() {
    Thread thread = Thread.currentThread();
    ThreadState state = RECENT[(int) ThreadFields.id(thread) & RECENT.length - 1];
    return state != null && state.thread == thread ? state : searched(thread);
  }

  /** The state of the current thread, which is in the table of recent ones from now on. */
  @DontInline
  private static ThreadState searched(Thread thread) {
    long id = ThreadFields.id(thread);
    @Nullable ThreadState[] t = table;
    ThreadState state = t[(int) id & t.length - 1];
    while (state != null && state.thread != thread) {
      state = state.next;
    }
    if (state == null) {
      state = find(thread);
    }
    if (state == null) {
      state = adopt(thread);
    }
    if (state.thread == thread) {
      RECENT[(int) id & RECENT.length - 1] = state;
    }
    return state;
  }

  /** The state of a thread, null if it has none (yet, or any more). */
  @DontInline
  public static @Nullable ThreadState find(Thread thread) {
    LOCK.lock();
    try {
      @Nullable ThreadState[] t = table;
      ThreadState state = t[(int) ThreadFields.id(thread) & t.length - 1];
      while (state != null && state.thread != thread) {
        state = state.next;
      }
      return state;
    } finally {
      LOCK.unlock();
    }
  }

  /** A thread that no observed start began: main, or one that native code attached. */
  @DontInline
  private static ThreadState adopt(Thread thread) {
    ThreadState ended = retired(ThreadFields.id(thread));
    if (ended != null) {
      return ended;
    }
    ThreadInfo info = new ThreadInfo(thread, ThreadFields.virtual(thread), 0, 0);
    // Where there are periods, it acquires all of this anyway before its first access counts.
    VectorClock known = Periods.SAMPLED ? Periods.upToNow() : VectorClock.EMPTY;
    ThreadState state = new ThreadState(thread, info, SLOTS.allocate(known, info));
    if ("DestroyJavaVM".equals(thread.getName())) {
      state.acquire(new Snapshot(endedThreads(), 0));
    }
    insert(state);
    return state;
  }

  private static VectorClock endedThreads() {
    LOCK.lock();
    try {
      return ended;
    } finally {
      LOCK.unlock();
    }
  }

  /**
   * Prepares the state of a thread that the current thread is about to start (JLS 17.4.4).
   *
   * @param createdAt depot index of the starting stack
   */
  public static void started(ThreadState starter, Thread child, int createdAt) {
    if (find(child) != null) {
      return;
    }
    long own = starter.publishedEpoch();
    VectorClock known = starter.clock().with(Epoch.slot(own), Epoch.clock(own));
    starter.released();
    ThreadInfo info =
        new ThreadInfo(child, ThreadFields.virtual(child), starter.info.id, createdAt);
    ThreadSlots.Lease lease = SLOTS.allocate(known, info);
    ThreadState state = new ThreadState(child, info, lease);
    state.implied(lease.known() == known && !Periods.SAMPLED ? own : 0);
    TestIdentity test = starter.info.test();
    if (test != null) {
      info.tests().set(test, state.epoch);
    }
    if (Periods.SAMPLED) {
      Periods.started(state);
    }
    insert(state);
  }

  /** Forgets a thread whose start failed. */
  public static void startFailed(Thread child) {
    ThreadState state = find(child);
    if (state != null) {
      remove(state);
      int unused = Epoch.clock(state.epoch) - 1;
      SLOTS.release(Epoch.slot(state.epoch), unused, state.clock());
    }
  }

  /**
   * Closes the state of the current thread at its end.
   *
   * @return what a thread that joins it acquires
   */
  public static Snapshot ended(ThreadState state) {
    if (state.info.finished()) {
      return new Snapshot(state.clock(), 0);
    }
    Thread thread = state.thread;
    Snapshot last = state.close();
    state.info.finish(thread == null ? "" : thread.getName());
    if (thread != null && !thread.isDaemon()) {
      LOCK.lock();
      try {
        ended = ended.join(state.clock());
      } finally {
        LOCK.unlock();
      }
    }
    SLOTS.release(Epoch.slot(last.epoch()), Epoch.clock(last.epoch()), state.clock());
    retire(state);
    return last;
  }

  /** States of threads that ended lately, so that a late hook does not revive one of them. */
  private static final @Nullable ThreadState[] RETIRED = new ThreadState[256];

  /** Guarded by LOCK. */
  private static int retiredAt;

  private static void retire(ThreadState state) {
    state.mute = ThreadState.ENDED;
    remove(state);
    LOCK.lock();
    try {
      state.thread = null;
      int recent = (int) state.info.id & RECENT.length - 1;
      if (RECENT[recent] == state) {
        RECENT[recent] = null;
      }
      RETIRED[retiredAt] = state;
      retiredAt = retiredAt + 1 & RETIRED.length - 1;
    } finally {
      LOCK.unlock();
    }
  }

  /** The state of a thread that ended lately, by its id, which no other thread gets; else null. */
  private static @Nullable ThreadState retired(long id) {
    LOCK.lock();
    try {
      for (ThreadState state : RETIRED) {
        if (state != null && state.info.id == id) {
          return state;
        }
      }
      return null;
    } finally {
      LOCK.unlock();
    }
  }

  private static void insert(ThreadState state) {
    LOCK.lock();
    try {
      @Nullable ThreadState[] t = table;
      if (count >= t.length) {
        t = grown(t);
        table = t;
      }
      int at = (int) state.info.id & t.length - 1;
      state.next = t[at];
      BUCKET.setRelease(t, at, state);
      count++;
    } finally {
      LOCK.unlock();
    }
  }

  /**
   * A table of twice the size. The states are relinked in place: a reader that walks a chain
   * meanwhile may miss a state, so each lookup that finds nothing repeats under LOCK.
   */
  private static @Nullable ThreadState[] grown(@Nullable ThreadState[] old) {
    @Nullable ThreadState[] wider = new ThreadState[old.length * 2];
    for (int i = 0; i < old.length; i++) {
      ThreadState s = old[i];
      while (s != null) {
        ThreadState next = s.next;
        int at = (int) s.info.id & wider.length - 1;
        s.next = wider[at];
        wider[at] = s;
        s = next;
      }
    }
    return wider;
  }

  private static void remove(ThreadState state) {
    LOCK.lock();
    try {
      @Nullable ThreadState[] t = table;
      int at = (int) state.info.id & t.length - 1;
      ThreadState before = null;
      for (ThreadState s = t[at]; s != null; s = s.next) {
        if (s == state) {
          if (before == null) {
            BUCKET.setRelease(t, at, s.next);
          } else {
            before.next = s.next;
          }
          count--;
          return;
        }
        before = s;
      }
    } finally {
      LOCK.unlock();
    }
  }

  /** The thread that had a slot at a clock; null if that is no longer known. */
  public static @Nullable ThreadInfo owner(long word) {
    return SLOTS.owner(Epoch.slot(word), Epoch.clock(word));
  }

  /**
   * Whether the thread that had an epoch may have known of what is recorded as a word: it knows of
   * it by now, or has ended, so that nobody can tell.
   */
  public static boolean mayKnow(long epoch, long word) {
    ThreadInfo info = owner(epoch);
    if (info != null) {
      @Nullable ThreadState[] states = table;
      int at = (int) info.id & states.length - 1;
      for (ThreadState s = (ThreadState) BUCKET.getAcquire(states, at); s != null; s = s.next) {
        if (s.info == info) {
          return s.clock().get(Epoch.slot(word)) >= Epoch.clock(word);
        }
      }
    }
    return true;
  }
}
