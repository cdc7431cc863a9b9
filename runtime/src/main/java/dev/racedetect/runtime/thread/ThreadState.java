package dev.racedetect.runtime.thread;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.clock.VectorClock;
import java.lang.invoke.VarHandle;
import jdk.internal.vm.annotation.ForceInline;
import org.jspecify.annotations.Nullable;

/**
 * The detector's state of one thread. Only that thread uses it, except between its construction by
 * the starting thread and its own first action.
 */
public final class ThreadState {
  /** The thread's slot and clock, as a shadow word with an empty context. Read by emitted code. */
  public long epoch;

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
   * Stands for every thread while no {@linkplain Periods sampling period} is on: muted as a thread
   * that has ended. Hooks that are handed a state must leave this one alone, for all threads share
   * it.
   */
  public static final ThreadState PAUSED = new ThreadState();

  /**
   * Above 0 while the thread is inside the detector, or inside a JDK method that has a contract of
   * its own: nothing is recorded then. Of code of the application that such a method has called,
   * see {@link #muted}.
   */
  public int mute;

  /** The calling context in which each level of {@link #mute} began; null at first. */
  private long @Nullable [] mutedIn;

  /** The sampling period that the thread was last in; 0 for none, and where there are none. */
  int period;

  /** How many operations have a number. */
  private long operations;

  /** How many hooks of this thread have found the present period on. Read by others, racily. */
  long passed;

  /** Above 0 while the thread rewrites a class of the application. Its only user is the thread. */
  public int transforming;

  /** Whether the current clock was used by an access or has seen an acquire since it began. */
  public boolean dirty = true;

  /** Null once the thread has ended: nothing may keep it, or what it was to run. */
  @Nullable Thread thread;

  final ThreadInfo info;

  /** Whether the thread carries virtual threads. */
  private final boolean carrier;

  /** Next state in the same bucket of {@link ThreadTable}; guarded by the table's lock. */
  volatile @Nullable ThreadState next;

  private VectorClock clock;

  /** A published epoch of another thread that {@link #clock} came with as a whole; 0 for none. */
  private long implied;

  /** Null until the first lock is taken. */
  private @Nullable HeldLocks held;

  private @Nullable Object scratch;

  /** Classes whose initialisation this thread has acquired, by dense class id. */
  private long[] initialised = new long[4];

  /** Direct-mapped cache: calling context and site to depot index. Null until first used. */
  public long @Nullable [] contextKeys;

  /** The values of {@link #contextKeys}; as long as these. */
  public int @Nullable [] contextValues;

  /** Misses in {@link #contextKeys} since it was allocated or grown. */
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

  /** Shadow of the collection whose structure this thread read last; null at first. */
  public @Nullable Object lastReadShadow;

  /** The epoch in which the read of {@link #lastReadShadow} is recorded. */
  public long lastReadEpoch;

  /** What this thread remembers of the collections that it used last; null at first. */
  public @Nullable Object collections;

  /** Objects that this thread reached through a final field after racy publication. */
  public @Nullable Object frozenReach;

  /** The open optimistic section of a {@code StampedLock}; null outside of one. */
  public @Nullable Object optimistic;

  /** What the thread works on after it was collected; null if it is in use. */
  public @Nullable Object reaping;

  /** The task that an executor offers to a queue for this thread; null outside of that. */
  public @Nullable Object offered;

  /** What fences of this thread order; null before the first one. */
  public @Nullable Object fences;

  /** The state that stands for all threads; see {@link #PAUSED}. */
  private ThreadState() {
    this.thread = Thread.currentThread();
    this.info = new ThreadInfo(thread, false, 0, 0);
    this.clock = VectorClock.EMPTY;
    this.epoch = Epoch.UNRECORDED;
    this.carrier = false;
    this.mute = ENDED;
  }

  ThreadState(Thread thread, ThreadInfo info, ThreadSlots.Lease lease) {
    this.thread = thread;
    this.info = info;
    this.clock = lease.known();
    this.epoch = lease.epoch();
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
    lastReadShadow = null;
    arrays = null;
    frozenReach = null;
    reaping = null;
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

  private void catchUp(VectorClock everything) {
    learn(clock.join(everything), 0);
    dirty = true;
    tick();
  }

  /** A number above 0 for an operation of this thread. */
  public long nextOperation() {
    return ++operations;
  }

  /** The thread that this is the state of; null once it has ended. */
  public @Nullable Thread owner() {
    return thread;
  }

  /** What reports say of this thread. */
  public ThreadInfo info() {
    return info;
  }

  /** What this thread knows of others; its own entry there is out of date. */
  public VectorClock clock() {
    return clock;
  }

  /** Whether an access recorded as this word happens-before the thread's next action. */
  public boolean covers(long word) {
    int slot = Epoch.slot(word);
    int own = Epoch.slot(epoch);
    return slot == own || clock.get(slot) >= Epoch.clock(word);
  }

  /**
   * Joins a published clock into this thread's. With {@linkplain Periods sampling periods} each
   * entry counts for itself: that the epoch of a release is known does not mean that all of its
   * clock is.
   */
  public void acquire(Snapshot s) {
    acquire(s.clock(), s.epoch(), s.implied());
  }

  /**
   * The same, of the parts of a snapshot.
   *
   * @param released the epoch of a single release, 0 if several were joined
   * @param origin an epoch that all of the clock came with, 0 if none is known
   */
  public void acquire(VectorClock published, long released, long origin) {
    if (!Periods.SAMPLED && released != 0 && covers(released)) {
      return;
    }
    VectorClock before = clock;
    if (!Periods.SAMPLED && origin != 0 && covers(origin)) {
      learn(before.with(Epoch.slot(released), Epoch.clock(released)), 0);
    } else if (released == 0) {
      learn(before.join(published), 0);
    } else {
      VectorClock others = published.with(Epoch.slot(released), Epoch.clock(released));
      VectorClock joined = others.join(before);
      learn(joined, joined == others ? released : 0);
    }
  }

  private void learn(VectorClock joined, long origin) {
    if (joined != clock) {
      clock = joined;
      implied = origin;
      dirty = true;
    }
  }

  /** Notes that all that a thread knows at its start came with an epoch of its starter. */
  void implied(long starter) {
    implied = starter;
  }

  /**
   * The epoch that a release publishes now: all accesses recorded so far have at most this clock.
   */
  public long publishedEpoch() {
    return dirty ? epoch : epoch - Epoch.TICK;
  }

  /**
   * An epoch that covers all accesses that this thread had recorded before the call, for other
   * threads. An access is recorded after {@link #dirty} was set.
   */
  long recordedEpoch() {
    boolean used = dirty;
    VarHandle.loadLoadFence();
    long latest = epoch;
    return used || latest == Epoch.UNRECORDED ? latest : latest - Epoch.TICK;
  }

  /**
   * What a release-join stores where this was stored before; the same object if nothing changes.
   */
  public Snapshot joined(@Nullable Snapshot before) {
    long own = publishedEpoch();
    if (before == null) {
      return new Snapshot(clock, own, implied);
    }
    if (before.epoch() == own && before.clock() == clock) {
      return before;
    }
    return covers(before.clock(), before.epoch())
        ? new Snapshot(clock, own, implied)
        : new Snapshot(joined(before.clock(), before.epoch()), 0);
  }

  /**
   * Whether all that was published happens-before the thread's next action.
   *
   * @param released the epoch of a single release, 0 if several were joined
   */
  public boolean covers(VectorClock others, long released) {
    if (released != 0 && (!Periods.SAMPLED || !covers(released))) {
      return covers(released);
    }
    long own = publishedEpoch();
    return clock.covers(others, Epoch.slot(own), Epoch.clock(own));
  }

  /** What was published and what the thread publishes now, its own entry included. */
  public VectorClock joined(VectorClock others, long released) {
    long own = publishedEpoch();
    VectorClock all = others.join(clock).with(Epoch.slot(own), Epoch.clock(own));
    return all.with(Epoch.slot(released), Epoch.clock(released));
  }

  /**
   * To be called after each release, before any further access or acquire: later accesses must not
   * seem to be before it, and an epoch must not be published with two different clocks.
   */
  public void released() {
    if (dirty) {
      tick();
    }
  }

  private void tick() {
    if (epoch == Epoch.UNRECORDED) {
      return;
    }
    if (Epoch.clock(epoch) == Epoch.MAX_CLOCK) {
      move();
    } else {
      epoch += Epoch.TICK;
      if (Periods.SAMPLED) {
        // Its partner is in recordedEpoch().
        VarHandle.storeStoreFence();
      }
      dirty = false;
    }
  }

  /** To another slot: the clock of this one is used up. */
  private void move() {
    VectorClock known = clock.with(Epoch.slot(epoch), Epoch.clock(epoch));
    if (Periods.SAMPLED) {
      Periods.left(epoch);
    }
    ThreadSlots.Lease lease = ThreadTable.SLOTS.allocate(known, info);
    clock = lease.known();
    implied = 0;
    epoch = lease.epoch();
    dirty = true;
    if (held != null) {
      held.restart(Epoch.clock(epoch));
    }
  }

  /**
   * Ends this state: whatever the thread may still do leaves no trace.
   *
   * @return what a thread that joins this one acquires
   */
  Snapshot close() {
    Snapshot last = new Snapshot(clock, publishedEpoch(), implied);
    clock = clock.with(Epoch.slot(last.epoch()), Epoch.clock(last.epoch()));
    if (Periods.SAMPLED) {
      Periods.left(last.epoch());
    }
    epoch = Epoch.UNRECORDED;
    dirty = true;
    contextKeys = null;
    contextValues = null;
    arrays = null;
    readSets = null;
    lastReadShadow = null;
    collections = null;
    lastMonitorClock = null;
    syncClasses = null;
    frozenReach = null;
    return last;
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
    if (dirty) {
      tick();
    }
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
