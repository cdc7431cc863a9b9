package dev.racedetect.runtime.thread;

import org.jspecify.annotations.Nullable;

/**
 * What reports say of a thread, kept for as long as a shadow word may name it: longer than the
 * thread itself.
 */
public final class ThreadInfo {
  final long id;
  final boolean virtual;

  /** Identifier of the thread that started this one, 0 for threads of the VM. */
  final long parentId;

  /** Depot index of the stack that started the thread, 0 for threads of the VM. */
  final int createdAt;

  /** On behalf of which tests the thread acts; null as long as there was none. */
  private volatile @Nullable TestHistory tests;

  /** Null while the thread lives. Written once by the thread itself. */
  private volatile @Nullable String finalName;

  /** The live thread; null after its end. */
  private volatile @Nullable Thread thread;

  /** Ring of what was held at the end of the latest clocks; only the owner writes. */
  private @Nullable HeldLock @Nullable [] heldRing;

  /** The clock of each entry of the ring; as long as that. */
  private int @Nullable [] clockRing;

  ThreadInfo(Thread thread, boolean virtual, long parentId, int createdAt) {
    this.id = ThreadFields.id(thread);
    this.virtual = virtual;
    this.parentId = parentId;
    this.createdAt = createdAt;
    this.thread = thread;
  }

  /** The thread's identifier, as {@code Thread.threadId()}. */
  public long id() {
    return id;
  }

  /** The present or last name of the thread; empty for unnamed virtual threads. */
  public String name() {
    Thread t = thread;
    String name = finalName;
    if (name != null) {
      return name;
    }
    return t == null ? "" : t.getName();
  }

  /** Whether it is a virtual thread. */
  public boolean virtual() {
    return virtual;
  }

  /** Whether the thread has ended. */
  public boolean finished() {
    return thread == null;
  }

  /** Identifier of the thread that started this one; 0 for threads of the VM. */
  public long parentId() {
    return parentId;
  }

  /** Depot index of the stack that started this thread, 0 if unknown. */
  public int createdAt() {
    return createdAt;
  }

  /** The tasks of a pool's thread; null for others. Written by the thread itself. */
  private volatile @Nullable TaskHistory tasks;

  /**
   * The thread begins a task of its pool.
   *
   * @param clock its clock
   * @param submittedAt depot index of the stack that submitted the task, 0 if unknown
   */
  public void beginTask(int clock, int submittedAt) {
    TaskHistory history = tasks;
    if (history == null) {
      history = new TaskHistory();
      tasks = history;
    }
    history.begin(clock, submittedAt);
  }

  /**
   * Depot index of the stack that submitted the task which the thread ran within the given clock; 0
   * if it was none or is not known.
   */
  public int submittedAt(int clock) {
    TaskHistory history = tasks;
    return history == null ? 0 : history.at(clock);
  }

  /** The test on whose behalf the thread acts now; null for none. */
  public @Nullable TestIdentity test() {
    TestHistory history = tests;
    return history == null ? null : history.current();
  }

  /** The test on whose behalf the access of a shadow word was made; null for none. */
  public @Nullable TestIdentity testAt(long word) {
    TestHistory history = tests;
    return history == null ? null : history.at(word);
  }

  /** The tests of this thread, for its owner. */
  TestHistory tests() {
    TestHistory history = tests;
    if (history == null) {
      history = new TestHistory();
      tests = history;
    }
    return history;
  }

  void finish(String name) {
    finalName = name;
    thread = null;
    @Nullable HeldLock[] ring = heldRing;
    if (ring != null) {
      for (int i = 0; i < ring.length; i++) {
        HeldLock held = ring[i];
        if (held != null) {
          ring[i] = held.detached();
        }
      }
    }
  }

  /** Notes which locks are held from now on, within the given clock. Only called by the owner. */
  void noteHeld(int clock, @Nullable HeldLock held, int historySize) {
    @Nullable HeldLock[] ring = heldRing;
    int[] clocks = clockRing;
    if (ring == null || clocks == null) {
      if (held == null) {
        return;
      }
      ring = new HeldLock[8];
      clocks = new int[8];
    }
    int at = clock & ring.length - 1;
    if (ring.length < historySize && clocks[at] != 0 && clocks[at] != clock) {
      @Nullable HeldLock[] wider = new HeldLock[ring.length * 2];
      int[] widerClocks = new int[wider.length];
      for (int i = 0; i < ring.length; i++) {
        int to = clocks[i] & wider.length - 1;
        widerClocks[to] = clocks[i];
        wider[to] = ring[i];
      }
      ring = wider;
      clocks = widerClocks;
      at = clock & ring.length - 1;
    }
    clocks[at] = clock;
    ring[at] = held;
    clockRing = clocks;
    heldRing = ring;
  }

  /** The answer of {@link #heldAt} when the clock has left the history. */
  public static final HeldLock UNKNOWN = new HeldLock("?", 0, null, null);

  /**
   * The locks that the thread held within the given clock; null for none, {@link #UNKNOWN} if it
   * was too long ago. Racy by design: a report may be a little behind a thread that still runs.
   */
  public @Nullable HeldLock heldAt(int clock) {
    HeldLock[] ring = heldRing;
    int[] clocks = clockRing;
    if (ring == null || clocks == null) {
      return null;
    }
    int at = clock & Math.min(ring.length, clocks.length) - 1;
    if (clocks[at] == clock) {
      return ring[at];
    }
    return clocks[at] > clock ? UNKNOWN : null;
  }
}
