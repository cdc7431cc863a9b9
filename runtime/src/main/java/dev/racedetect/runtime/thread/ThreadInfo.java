package dev.racedetect.runtime.thread;

/**
 * What reports say of a thread, kept for as long as a shadow word may name it: longer than the
 * thread itself.
 */
public final class ThreadInfo {
  final long id;
  final boolean virtual;
  final ThreadInfo parent;

  /** Depot index of the stack that started the thread, 0 for threads of the VM. */
  final int createdAt;

  /** Written by the thread itself at its end, read under the lock of {@link ThreadSlots}. */
  int lastClock;

  /** Null while the thread lives. Written once by the thread itself. */
  private volatile String finalName;

  /** The live thread; null after its end. */
  private volatile Thread thread;

  /** Ring of what was held at the end of the latest clocks; only the owner writes. */
  private HeldLock[] heldRing;

  private int[] clockRing;

  ThreadInfo(Thread thread, boolean virtual, ThreadInfo parent, int createdAt) {
    this.id = ThreadFields.id(thread);
    this.virtual = virtual;
    this.parent = parent;
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
    return name != null || t == null ? name == null ? "" : name : t.getName();
  }

  /** Whether it is a virtual thread. */
  public boolean virtual() {
    return virtual;
  }

  /** Whether the thread has ended. */
  public boolean finished() {
    return thread == null;
  }

  /** The thread that started this one; null for threads of the VM. */
  public ThreadInfo parent() {
    return parent;
  }

  /** Depot index of the stack that started this thread, 0 if unknown. */
  public int createdAt() {
    return createdAt;
  }

  void finish(String name, int clock) {
    finalName = name;
    lastClock = clock;
    thread = null;
  }

  /** Notes which locks are held from now on, within the given clock. Only called by the owner. */
  void noteHeld(int clock, HeldLock held, int historySize) {
    HeldLock[] ring = heldRing;
    if (ring == null) {
      if (held == null) {
        return;
      }
      ring = new HeldLock[8];
      clockRing = new int[8];
      heldRing = ring;
    }
    int at = clock & ring.length - 1;
    if (ring.length < historySize && clockRing[at] != 0 && clockRing[at] != clock) {
      grow();
      ring = heldRing;
      at = clock & ring.length - 1;
    }
    clockRing[at] = clock;
    ring[at] = held;
  }

  private void grow() {
    HeldLock[] ring = new HeldLock[heldRing.length * 2];
    int[] clocks = new int[ring.length];
    for (int i = 0; i < heldRing.length; i++) {
      int at = clockRing[i] & ring.length - 1;
      clocks[at] = clockRing[i];
      ring[at] = heldRing[i];
    }
    clockRing = clocks;
    heldRing = ring;
  }

  /** The answer of {@link #heldAt} when the clock has left the history. */
  public static final HeldLock UNKNOWN = new HeldLock("?", 0, null, 0, null);

  /**
   * The locks that the thread held within the given clock; null for none, {@link #UNKNOWN} if it
   * was too long ago. Racy by design: a report may be a little behind a thread that still runs.
   */
  public HeldLock heldAt(int clock) {
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
