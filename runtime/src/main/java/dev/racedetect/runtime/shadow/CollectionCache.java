package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * What one thread remembers of the JDK objects that it accessed last: their shadows and the epoch
 * in which it recorded an access to their structure. A second read in the same epoch needs no look
 * at anything shared: a conflicting write that came in between has seen the recorded read.
 */
final class CollectionCache {
  private static final int SIZE = 8;

  private final @Nullable CollectionShadow[] shadows = new CollectionShadow[SIZE];
  private final long[] epochs = new long[SIZE];
  private final long[] noted = new long[SIZE];

  private CollectionCache() {}

  static CollectionCache of(ThreadState thread) {
    CollectionCache cache = (CollectionCache) thread.collections;
    if (cache == null) {
      cache = new CollectionCache();
      thread.collections = cache;
    }
    return cache;
  }

  static int place(Object o) {
    return System.identityHashCode(o) & SIZE - 1;
  }

  /** The shadow of an object, if it is at its place. */
  @Nullable CollectionShadow find(Object o, int place) {
    CollectionShadow shadow = shadows[place];
    return shadow != null && shadow.refersTo(o) ? shadow : null;
  }

  void put(int place, CollectionShadow shadow) {
    shadows[place] = shadow;
    epochs[place] = 0;
    noted[place] = 0;
  }

  boolean readIn(int place, long epoch) {
    return epochs[place] == epoch;
  }

  void setRead(int place, long epoch) {
    epochs[place] = epoch;
  }

  /** Whether an early read was noted in that epoch; from now on one was. */
  boolean noteIn(int place, long epoch) {
    boolean before = noted[place] == epoch;
    noted[place] = epoch;
    return before;
  }
}
