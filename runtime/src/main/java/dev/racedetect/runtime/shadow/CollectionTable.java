package dev.racedetect.runtime.shadow;

import java.lang.invoke.VarHandle;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The shadows of JDK objects that are data, by their identity. A shadow refers to its object weakly
 * and is all that the table has of it: open addressing, linear probing.
 *
 * <p>Reads take no lock and are plain. Who got an object through synchronisation sees its shadow;
 * who got it through a race may miss what is just being registered. Shadows whose object is gone
 * are dropped when a part of the table is full, so that its size follows the number of live
 * objects without a reference queue. A part that was replaced is never written again, and what is
 * in one place of a part stays there: whoever still searches it finds all that was there before.
 */
final class CollectionTable {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int PARTS_BITS = 6;
  private static final int PARTS = 1 << PARTS_BITS;
  private static final int SMALLEST = 16;

  /** Each replaced under its lock; at least half of each is free. */
  private final @Nullable CollectionShadow[][] parts = new CollectionShadow[PARTS][SMALLEST];

  /** How many places of a part are taken; guarded by its lock. */
  private final int[] taken = new int[PARTS];

  /** The last number that a shadow of the part got; guarded by its lock. */
  private final long[] numbers = new long[PARTS];

  private final Object[] locks = new Object[PARTS];

  CollectionTable() {
    for (int i = 0; i < PARTS; i++) {
      locks[i] = new Object();
    }
  }

  /** The shadow of an object, null if it has none. Gives the object an identity hash code. */
  @Nullable CollectionShadow find(Object object) {
    int hash = mix(System.identityHashCode(object));
    return find(parts[hash & PARTS - 1], object, hash);
  }

  private static @Nullable CollectionShadow find(
      @Nullable CollectionShadow[] part, Object object, int hash) {
    int last = part.length - 1;
    int at = hash >>> PARTS_BITS & last;
    CollectionShadow shadow = part[at];
    while (shadow != null) {
      if (shadow.refersTo(object)) {
        return shadow;
      }
      at = at + 1 & last;
      shadow = part[at];
    }
    return null;
  }

  /**
   * Gives an object a shadow, unless it has one already.
   *
   * @return the object's shadow
   */
  CollectionShadow putIfAbsent(Object object, CollectionShadow made) {
    int hash = mix(System.identityHashCode(object));
    int of = hash & PARTS - 1;
    synchronized (locks[of]) {
      CollectionShadow known = find(parts[of], object, hash);
      if (known != null) {
        return known;
      }
      made.number = ++numbers[of] << PARTS_BITS | of;
      if (2 * taken[of] >= parts[of].length) {
        clean(of);
      }
      // A plain reader must not see a part or shadow that is not complete.
      VarHandle.releaseFence();
      put(parts[of], made, hash);
      taken[of]++;
      return made;
    }
  }

  private static void put(@Nullable CollectionShadow[] part, CollectionShadow shadow, int hash) {
    int at = hash >>> PARTS_BITS & part.length - 1;
    while (part[at] != null) {
      at = at + 1 & part.length - 1;
    }
    part[at] = shadow;
  }

  /** Copies what is alive into a part with room; readers may keep using the old one. */
  private void clean(int of) {
    @Nullable CollectionShadow[] old = parts[of];
    int live = 0;
    for (CollectionShadow shadow : old) {
      if (shadow != null && !shadow.refersTo(null)) {
        live++;
      }
    }
    int length = SMALLEST;
    while (length < live * 4) {
      length *= 2;
    }
    @Nullable CollectionShadow[] part = new CollectionShadow[length];
    int kept = 0;
    for (CollectionShadow shadow : old) {
      Object object = shadow == null ? null : shadow.get();
      if (shadow != null && object != null) {
        put(part, shadow, mix(System.identityHashCode(object)));
        kept++;
      }
    }
    taken[of] = kept;
    UNSAFE.putReferenceRelease(parts, ArrayLayout.referenceOffset(of), part);
  }

  private static int mix(int hash) {
    int h = hash * 0x9E3779B9;
    return h ^ h >>> 15;
  }
}
