package dev.racedetect.runtime.sync;

import org.jspecify.annotations.Nullable;

/** The sync state of an object that has several kinds of it, or has no injected reference. */
final class SyncParts {
  private volatile @Nullable MonitorClock monitor;
  private volatile @Nullable ElementClocks elements;
  private volatile @Nullable TaskClocks task;

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

  /** The clock of the monitor; if there is none, the given one from now on. */
  synchronized MonitorClock monitor(MonitorClock fresh) {
    MonitorClock known = monitor;
    if (known != null) {
      return known;
    }
    monitor = fresh;
    return fresh;
  }

  /** What the object remembers as an element; if nothing, the given from now on. */
  synchronized ElementClocks elements(ElementClocks fresh) {
    ElementClocks known = elements;
    if (known != null) {
      return known;
    }
    elements = fresh;
    return fresh;
  }

  /** What the object remembers as a task; if nothing, the given from now on. */
  synchronized TaskClocks task(TaskClocks fresh) {
    TaskClocks known = task;
    if (known != null) {
      return known;
    }
    task = fresh;
    return fresh;
  }
}
