package dev.racedetect.runtime.thread;

import dev.racedetect.runtime.clock.VectorClock;

/** States of threads that never run. */
public final class Simulated {
  private Simulated() {}

  /** A thread that the given one starts. */
  public static ThreadState startedBy(ThreadState starter) {
    Thread thread = new Thread(() -> {});
    ThreadTable.started(starter, thread, 0);
    return ThreadTable.find(thread);
  }

  /** A thread for which there is no slot. */
  public static ThreadState withoutSlot() {
    Thread thread = new Thread(() -> {});
    ThreadInfo info = new ThreadInfo(thread, false, 0, 0);
    return new ThreadState(thread, info, new ThreadSlots(0).allocate(VectorClock.EMPTY, info));
  }
}
