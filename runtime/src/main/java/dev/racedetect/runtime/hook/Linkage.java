package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.ClockMap;
import dev.racedetect.runtime.sync.HashedClocks;
import dev.racedetect.runtime.sync.IndexedClocks;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.ThreadState;

/**
 * Has the JVM link the calls of variable handles in the paths that all hooks share, before any JDK
 * method calls a hook. The first execution of such a call runs JDK code - tables of method types
 * with their concurrent maps and reference queues - which calls hooks itself: those would come to
 * the same call again, not linked yet, without end.
 */
public final class Linkage {
  private Linkage() {}

  /** Runs each such path once, on objects that nobody else sees. */
  public static void prepare() {
    ThreadState thread = ThreadState.current();
    ClockMap clocks = new ClockMap();
    SyncClock clock = clocks.of(clocks);
    clock.release(thread);
    clock.attempt(thread).undo();
    clock.acquire(thread);
    SyncClock other = new SyncClock();
    other.attempt(thread).undo();
    if (clock.get() != null) {
      other.join(clock.get());
    }
    new HashedClocks().of(1).acquire(thread);
    new IndexedClocks().of(1).acquire(thread);
  }
}
