package dev.racedetect.runtime.sync;

import org.jspecify.annotations.Nullable;

/** The clock of an object's monitor. */
public final class MonitorClock extends OwnedClock {
  /**
   * Makes a clock.
   *
   * @param lock the object, if it refers to this clock itself; else null
   */
  MonitorClock(@Nullable Object lock) {
    super(lock);
  }
}
