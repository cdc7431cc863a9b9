package dev.racedetect.runtime.sync;

import org.jspecify.annotations.Nullable;

/** The clock of an object's monitor. */
public final class MonitorClock extends OwnedClock {
  /** What the same object remembers as an element of collections; null if it never was one. */
  private volatile @Nullable ElementClocks elements;

  /**
   * Makes a clock.
   *
   * @param lock the object, if it refers to this clock itself; else null
   */
  MonitorClock(@Nullable Object lock) {
    super(lock);
  }

  /** What the object remembers as an element; null if it never was one. */
  @Nullable ElementClocks elements() {
    return elements;
  }

  /** The same; if it is none, the given one from now on. */
  synchronized ElementClocks elements(ElementClocks fresh) {
    ElementClocks known = elements;
    if (known == null) {
      elements = fresh;
      return fresh;
    }
    return known;
  }
}
