package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.thread.ThreadState;

/**
 * In which epoch one thread recorded its latest read of the structure of a collection, and noted an
 * early one: a second such read in the same epoch needs no look at anything shared, as a
 * conflicting write that came in between has seen the recorded one. Collections are known by the
 * {@linkplain CollectionShadow#number numbers of their shadows}, of which each is used once, so
 * nothing is kept alive.
 */
final class CollectionCache {
  private static final int SMALLEST = 8;
  private static final int LARGEST = 2048;

  /** Of each place: the number, the epoch of the read, that of the note, and nothing. */
  private static final int WIDTH = 4;

  private long[] places = new long[SMALLEST * WIDTH];

  /** How often a place that is in use in the present epoch was taken away. */
  private int displaced;

  /** Which two were read last without being remembered by reference: their numbers. */
  private long next;

  private long nextButOne;

  private CollectionCache() {}

  static CollectionCache of(ThreadState thread) {
    CollectionCache cache = (CollectionCache) thread.collections;
    if (cache == null) {
      cache = new CollectionCache();
      thread.collections = cache;
    }
    return cache;
  }

  private int place(long number) {
    // The lower bits say in which part of the table the shadow is.
    int spread = (int) (number ^ number >>> 6);
    return (spread & places.length / WIDTH - 1) * WIDTH;
  }

  /**
   * Whether a collection is one of the two that were asked for last; from now on it is. Who uses
   * many in turns pays no store of a reference each time.
   */
  boolean again(CollectionShadow shadow) {
    long number = shadow.number;
    boolean before = number == next || number == nextButOne;
    if (number != next) {
      nextButOne = next;
      next = number;
    }
    return before;
  }

  boolean readIn(CollectionShadow shadow, long epoch) {
    int at = place(shadow.number);
    return places[at] == shadow.number && places[at + 1] == epoch;
  }

  void setRead(CollectionShadow shadow, long epoch) {
    int at = take(shadow, epoch) + 1;
    places[at] = epoch;
  }

  /** Whether an early read was noted in that epoch. */
  boolean notedIn(CollectionShadow shadow, long epoch) {
    int at = place(shadow.number);
    return places[at] == shadow.number && places[at + 2] == epoch;
  }

  /** Whether an early read was noted in that epoch; from now on one was. */
  boolean noteIn(CollectionShadow shadow, long epoch) {
    int at = take(shadow, epoch) + 2;
    boolean before = places[at] == epoch;
    places[at] = epoch;
    return before;
  }

  private int take(CollectionShadow shadow, long epoch) {
    long number = shadow.number;
    int at = place(number);
    if (places[at] != number) {
      boolean used = places[at + 1] == epoch || places[at + 2] == epoch;
      if (used && places.length < LARGEST * WIDTH && ++displaced > places.length) {
        displaced = 0;
        places = new long[places.length * 2];
        at = place(number);
      }
      places[at] = number;
      places[at + 1] = 0;
      places[at + 2] = 0;
    }
    return at;
  }
}
