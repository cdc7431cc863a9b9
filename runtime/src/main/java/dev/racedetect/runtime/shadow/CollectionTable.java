package dev.racedetect.runtime.shadow;

import java.lang.invoke.VarHandle;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The shadows of JDK objects that are data, by their identity. A shadow refers to its object weakly
 * and is all that the table has of it.
 *
 * <p>Reads take no lock and are plain. Who got an object through synchronisation sees its shadow;
 * who got it through a race may miss what is just being registered. Shadows whose object is gone
 * are dropped when a part of the table is full, so that its size follows the number of live objects
 * without a reference queue.
 *
 * <p>Many objects that are registered die at once. So where a shadow is found (a hash table) is
 * kept in numbers, and references to shadows are written one after the other: references that are
 * written all over a table which is old already have each a card of their own that the collector
 * must look at.
 */
final class CollectionTable {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int PARTS_BITS = 6;
  private static final int PARTS = 1 << PARTS_BITS;
  private static final int SMALLEST = 8;

  /** In a place: these bits say where the shadow is, the others are of the mixed hash code. */
  private static final int INDEX_BITS = 22;

  private static final int INDEX = (1 << INDEX_BITS) - 1;

  /** Each replaced under its lock. */
  private static final Part[] TABLE = new Part[PARTS];

  /** The last number that a shadow of the part got; guarded by its lock. */
  private static final long[] NUMBERS = new long[PARTS];

  private static final Object[] LOCKS = new Object[PARTS];

  static {
    for (int i = 0; i < PARTS; i++) {
      TABLE[i] = new Part(SMALLEST);
      LOCKS[i] = new Object();
    }
  }

  private CollectionTable() {}

  /**
   * Open addressing, linear probing. Once it was replaced it is never written again, and what is in
   * a place stays there: whoever still searches it finds all that was there before.
   */
  private static final class Part {
    /** At least half are 0: free. Others have the index of the shadow, plus 1. */
    final int[] places;

    final @Nullable CollectionShadow[] shadows;

    /** How many there are; guarded by the part's lock. */
    int count;

    Part(int capacity) {
      places = new int[2 * capacity];
      shadows = new CollectionShadow[capacity];
    }

    @Nullable CollectionShadow find(Object object, int hash) {
      int last = places.length - 1;
      int at = hash >>> PARTS_BITS & last;
      int place = places[at];
      while (place != 0) {
        if ((place ^ hash) >>> INDEX_BITS == 0) {
          CollectionShadow shadow = shadows[(place & INDEX) - 1];
          if (shadow != null && shadow.refersTo(object)) {
            return shadow;
          }
        }
        at = at + 1 & last;
        place = places[at];
      }
      return null;
    }

    /** To be called under the part's lock, with a free place. */
    void add(CollectionShadow shadow, int hash) {
      int last = places.length - 1;
      int at = hash >>> PARTS_BITS & last;
      while (places[at] != 0) {
        at = at + 1 & last;
      }
      shadows[count++] = shadow;
      // A plain reader that finds the place must find a complete shadow there.
      VarHandle.releaseFence();
      places[at] = hash & ~INDEX | count;
    }

    /** The same with what is alive, and room for as much again. */
    Part cleaned() {
      int live = 0;
      for (CollectionShadow shadow : shadows) {
        if (shadow != null && !shadow.refersTo(null)) {
          live++;
        }
      }
      int capacity = SMALLEST;
      while (capacity < live * 2 && capacity < INDEX) {
        capacity *= 2;
      }
      Part part = new Part(capacity);
      for (CollectionShadow shadow : shadows) {
        Object object = shadow == null ? null : shadow.get();
        if (shadow != null && object != null) {
          part.add(shadow, mix(System.identityHashCode(object)));
        }
      }
      return part;
    }
  }

  /** The shadow of an object, null if it has none. Gives the object an identity hash code. */
  static @Nullable CollectionShadow find(Object object) {
    int hash = mix(System.identityHashCode(object));
    return TABLE[hash & PARTS - 1].find(object, hash);
  }

  /**
   * Gives an object a shadow, unless it has one already. Beyond {@value #INDEX} that are alive in
   * one part, objects get none that is found again: they are not watched.
   *
   * @return the object's shadow
   */
  static CollectionShadow putIfAbsent(Object object, CollectionShadow made) {
    int hash = mix(System.identityHashCode(object));
    int of = hash & PARTS - 1;
    synchronized (LOCKS[of]) {
      Part part = TABLE[of];
      CollectionShadow known = part.find(object, hash);
      if (known != null) {
        return known;
      }
      if (part.count == Math.min(part.shadows.length, INDEX)) {
        part = part.cleaned();
        UNSAFE.putReferenceRelease(TABLE, ArrayLayout.referenceOffset(of), part);
      }
      if (part.count >= INDEX) {
        return made;
      }
      made.number = ++NUMBERS[of] << PARTS_BITS | of;
      part.add(made, hash);
      return made;
    }
  }

  private static int mix(int hash) {
    int h = hash * 0x9E3779B9;
    return h ^ h >>> 15;
  }
}
