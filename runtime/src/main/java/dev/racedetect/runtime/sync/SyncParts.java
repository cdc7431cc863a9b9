package dev.racedetect.runtime.sync;

import org.jspecify.annotations.Nullable;

/**
 * The sync state of an object that has several kinds of it, or has no injected reference.
 *
 * <p>What an object without a reference remembers as an element can be dropped, see {@link #drop};
 * whoever wants to add something to dropped parts has to look for others.
 */
final class SyncParts {
  private volatile @Nullable MonitorClock monitor;
  private volatile @Nullable ElementClocks elements;
  private volatile @Nullable TaskClocks task;

  /** Whether elements may be obtained from this collection and stay in it. */
  private volatile boolean observed;

  /** Guarded by this. */
  private boolean dropped;

  /** For an object without any. */
  SyncParts() {}

  /**
   * For an object that had one kind.
   *
   * @param first the clock of its monitor, its clocks as an element or as a task
   */
  SyncParts(Object first) {
    if (first instanceof MonitorClock clock) {
      monitor = clock;
    } else if (first instanceof ElementClocks clocks) {
      elements = clocks;
    } else {
      task = (TaskClocks) first;
    }
  }

  @Nullable MonitorClock monitor() {
    return monitor;
  }

  @Nullable ElementClocks elements() {
    return elements;
  }

  @Nullable TaskClocks task() {
    return task;
  }

  /** The clock of the monitor; if there is none, the given one from now on; null if dropped. */
  synchronized @Nullable MonitorClock monitor(MonitorClock fresh) {
    MonitorClock known = monitor;
    if (known != null || dropped) {
      return known;
    }
    monitor = fresh;
    return fresh;
  }

  /**
   * What the object remembers as an element; if nothing, the given from now on; null if dropped.
   */
  synchronized @Nullable ElementClocks elements(ElementClocks fresh) {
    ElementClocks known = elements;
    if (known != null || dropped) {
      return known;
    }
    elements = fresh;
    return fresh;
  }

  /** What the object remembers as a task; if nothing, the given from now on; null if dropped. */
  synchronized @Nullable TaskClocks task(TaskClocks fresh) {
    TaskClocks known = task;
    if (known != null || dropped) {
      return known;
    }
    task = fresh;
    return fresh;
  }

  /** Whether elements may be obtained from this collection and stay in it. */
  boolean observed() {
    return observed;
  }

  /**
   * Elements are about to be obtained from this collection without being taken out.
   *
   * @return whether that is noted; false if these parts were dropped
   */
  synchronized boolean observe() {
    if (!dropped) {
      observed = true;
    }
    return !dropped;
  }

  /**
   * Gives the state up if all that it says is that the object was an element and is none any more.
   *
   * @return whether it does
   */
  synchronized boolean drop() {
    ElementClocks clocks = elements;
    if (!dropped && monitor == null && task == null && !observed && clocks != null) {
      dropped = clocks.drop();
    }
    return dropped;
  }

  /** Whether the state was given up. */
  synchronized boolean dropped() {
    return dropped;
  }
}
