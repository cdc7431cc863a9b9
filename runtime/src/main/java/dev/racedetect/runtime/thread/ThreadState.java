package dev.racedetect.runtime.thread;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.clock.VectorClock;
import jdk.internal.vm.annotation.ForceInline;
import org.jspecify.annotations.Nullable;

/**
 * The detector's state of one thread. Only that thread uses it, except between its construction by
 * the starting thread and its own first action.
 */
public final class ThreadState extends ThreadClock {
  /** A cache of calling contexts that holds nothing; never written. Before the first state. */
  private static final long[] NO_CONTEXTS = new long[1];

  /**
   * Stands for every thread while no {@linkplain Periods sampling period} is on: muted as a thread
   * that has ended. Hooks that are handed a state must leave this one alone, for all threads share
   * it.
   */
  public static final ThreadState PAUSED = new ThreadState();

  /** The sampling period that the thread was last in; 0 for none, and where there are none. */
  int period;

  /** How many operations have a number. */
  private long operations;

  /** Null once the thread has ended: nothing may keep it, or what it was to run. */
  @Nullable Thread thread;

  /** Whether the thread carries virtual threads. */
  private final boolean carrier;

  /** Next state in the same bucket of {@link ThreadTable}; guarded by the table's lock. */
  volatile @Nullable ThreadState next;

  /** Null until the first lock is taken. */
  private @Nullable HeldLocks held;

  private @Nullable Object scratch;

  /** Classes whose initialisation this thread has acquired, by dense class id. */
  private long[] initialised = new long[4];

  /** Direct-mapped cache of {@code ContextDepot}'s entries: calling context and site to index. */
  public long[] contexts = NO_CONTEXTS;

  /** Misses in {@link #contexts} since it was allocated or grown. */
  public int contextMisses;

  /** What the thread remembers of the arrays that it used last; null at first. */
  public @Nullable Object arrays;

  /** The common sets of readers that the thread has made lately; null at first. */
  public @Nullable Object readSets;

  /**
   * The clock of the monitor that was used last among those of objects without a sync reference of
   * their own; null at first. It does not keep the object alive, and nothing else here may.
   */
  public @Nullable Object lastMonitorClock;

  /** Direct-mapped cache of the classes of locks and elements. Null until first used. */
  public @Nullable Object @Nullable [] syncClasses;

  /** A collection whose structure this thread has read lately; null at first. */
  public @Nullable KnownObject lastRead;

  /** The epoch in which the read of {@link #lastRead} is recorded. */
  public long lastReadEpoch;

  /** Whether it noted a value that it read there in that epoch, of those never replaced. */
  public boolean lastReadNoted;

  /** Another one, for programs that use two in turns. */
  public @Nullable KnownObject otherRead;

  /** As {@link #lastReadEpoch}. */
  public long otherReadEpoch;

  /** As {@link #lastReadNoted}. */
  public boolean otherReadNoted;

  /** Which of the two makes room for the next one. */
  public boolean otherIsOlder;

  /** What this thread remembers of the collections that it used last; null at first. */
  public @Nullable Object collections;

  /** Objects that this thread reached through a final field after racy publication. */
  public @Nullable Object frozenReach;

  /** The open optimistic section of a {@code StampedLock}; null outside of one. */
  public @Nullable Object optimistic;

  /** What the thread works on after it was collected; null if it is in use. */
  public @Nullable Reaping reaping;

  /** The task that an executor offers to a queue for this thread; null outside of that. */
  public @Nullable Object offered;

  /** What fences of this thread order; null before the first one. */
  public @Nullable Object fences;

  /** The state that stands for all threads; see {@link #PAUSED}. */
  private ThreadState() {
    super(new ThreadInfo(Thread.currentThread(), false, 0, 0), VectorClock.EMPTY, Epoch.UNRECORDED);
    this.thread = Thread.currentThread();
    this.carrier = false;
    this.mute = ENDED;
  }

  ThreadState(Thread thread, ThreadInfo info, ThreadSlots.Lease lease) {
    super(info, lease.known(), lease.epoch());
    this.thread = thread;
    this.carrier = ThreadFields.carrier(thread);
    this.mute = carrier ? DEAF : 0;
  }

  /** The state of the current thread. */
  @ForceInline
  public static ThreadState current() {
    return Periods.SAMPLED ? Periods.current() : ThreadTable.own();
  }

  /**
   * The state of the current thread, also between periods: for what the detector itself does on it.
   */
  public static ThreadState own() {
    return ThreadTable.own();
  }

  /**
   * At the first hook in a period. What the thread remembers of the time before is gone: it may
   * have unlocked, returned and so on without being seen.
   *
   * @param everything that was recorded so far
   */
  void enter(int period, VectorClock everything) {
    this.period = period;
    if (mute < ENDED && transforming == 0) {
      // What is inside the detector stays so, and takes its levels back itself.
      int inside = mute > 0 ? mute & DEAF - 1 & -INSIDE : 0;
      mute = (carrier ? DEAF : 0) + inside;
    }
    held = null;
    lastRead = null;
    otherRead = null;
    arrays = null;
    frozenReach = null;
    reaping = null;
    offered = null;
    fences = null;
    catchUp(everything);
  }

  /**
   * Acquires everything that was recorded so far, when an operation ends whose beginning was not
   * seen: it was before the period. Nothing happens without periods or between them.
   */
  public void catchUp() {
    if (Periods.SAMPLED && this != PAUSED) {
      catchUp(Periods.upToNow());
    }
  }

  /** A number above 0 for an operation of this thread. */
  public long nextOperation() {
    return ++operations;
  }

  /** The thread that this is the state of; null once it has ended. */
  public @Nullable Thread owner() {
    return thread;
  }

  /**
   * Ends this state: whatever the thread may still do leaves no trace.
   *
   * @return what a thread that joins this one acquires
   */
  Snapshot close() {
    Snapshot last = last();
    contexts = NO_CONTEXTS;
    arrays = null;
    readSets = null;
    lastRead = null;
    otherRead = null;
    collections = null;
    lastMonitorClock = null;
    syncClasses = null;
    frozenReach = null;
    return last;
  }

  @Override
  void moved() {
    HeldLocks h = held;
    if (h != null) {
      h.restart(Epoch.clock(epoch));
    }
  }

  /** Notes that this thread runs a test from now on. */
  public void beginTest(String id) {
    released();
    info.tests().begin(id, epoch);
  }

  /** Notes that this thread has run a test. */
  public void endTest(String id) {
    released();
    info.tests().end(id, epoch);
  }

  /** Acts on behalf of another test from now on, unless this thread itself runs one. */
  public void adoptTest(@Nullable TestIdentity test) {
    if (info.test() == test) {
      return;
    }
    TestHistory tests = info.tests();
    if (tests.open()) {
      released();
      tests.set(test, epoch);
    }
  }

  /** The locks held now, newest first. */
  public HeldLock[] held() {
    HeldLocks h = held;
    return h == null ? new HeldLock[0] : h.now();
  }

  /**
   * Notes that a lock was taken; after its acquire.
   *
   * @param place depot index of the place where it was taken, 0 if unknown
   */
  public void hold(LockName lock, int place) {
    released();
    HeldLocks h = held;
    if (h == null) {
      h = new HeldLocks();
      held = h;
      info.keepHeld(h);
    }
    h.push(lock, place, Epoch.clock(epoch));
  }

  /** The entry of the lock that was taken last and is still held; null for none. */
  public @Nullable LockName lastHeld() {
    HeldLocks h = held;
    return h == null ? null : h.top();
  }

  /**
   * The newest entry of a lock that is held, null if there is none.
   *
   * @param kind the class of the entry: a lock may be held as a monitor and otherwise
   */
  public @Nullable LockName held(Object lock, Class<? extends LockName> kind) {
    HeldLocks h = held;
    return h == null ? null : h.find(lock, kind);
  }

  /** Notes that a lock is about to be released; before its release hook. */
  public void letGo(LockName lock) {
    HeldLocks h = held;
    if (h != null) {
      h.pop(lock, Epoch.clock(publishedEpoch()), ThreadTable.historySize);
    }
  }

  /** Whether the initialisation of the class with this dense id was acquired already. */
  public boolean initialised(int classId) {
    long[] bits = initialised;
    int word = classId >> 6;
    return word < bits.length && (bits[word] & 1L << classId) != 0;
  }

  /** Notes that the initialisation of a class was acquired. */
  public void setInitialised(int classId) {
    int word = classId >> 6;
    if (word >= initialised.length) {
      long[] wider = new long[Math.max(word + 1, initialised.length * 2)];
      System.arraycopy(initialised, 0, wider, 0, initialised.length);
      initialised = wider;
    }
    initialised[word] |= 1L << classId;
  }

  /** A value that an entry hook leaves for the exit hook of the same operation. */
  public @Nullable Object takeScratch() {
    Object s = scratch;
    scratch = null;
    return s;
  }

  /** Leaves a value for {@link #takeScratch}. */
  public void putScratch(@Nullable Object value) {
    scratch = value;
  }
}
