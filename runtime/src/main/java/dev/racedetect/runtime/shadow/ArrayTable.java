package dev.racedetect.runtime.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The shadows of all arrays, and of direct buffers, whose bytes are as elements of an array, found
 * by identity: open addressing, the shadow itself is the entry and refers to its array weakly.
 * Reads take no lock. Entries whose array is gone are dropped when a stripe grows.
 */
final class ArrayTable {
  private static final int STRIPES = 64;

  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(ArrayShadow[].class);

  private static final Stripe[] ALL = stripes();

  private static final class Stripe {
    /** At most half full. Replaced under the stripe's lock; written with release under it. */
    volatile @Nullable ArrayShadow[] table = new ArrayShadow[16];

    /** Guarded by the stripe. */
    int size;
  }

  private ArrayTable() {}

  private static Stripe[] stripes() {
    Stripe[] stripes = new Stripe[STRIPES];
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe();
    }
    return stripes;
  }

  /** The shadow of an array, made on first use. */
  static ArrayShadow of(Object array, int identityHash) {
    int hash = identityHash * 0x9E3779B9;
    hash ^= hash >>> 15;
    Stripe stripe = ALL[hash & STRIPES - 1];
    ArrayShadow shadow = find(stripe.table, array, hash);
    return shadow != null ? shadow : insert(stripe, array, hash);
  }

  /** Forgets all shadows. Who still uses one misses the races with those who do not. */
  static void clear() {
    for (Stripe stripe : ALL) {
      synchronized (stripe) {
        if (stripe.size > 0) {
          stripe.table = new ArrayShadow[16];
          stripe.size = 0;
        }
      }
    }
  }

  private static @Nullable ArrayShadow find(@Nullable ArrayShadow[] table, Object array, int hash) {
    int mask = table.length - 1;
    for (int at = hash >>> 6 & mask; ; at = at + 1 & mask) {
      ArrayShadow shadow = (ArrayShadow) SLOT.getAcquire(table, at);
      if (shadow == null || shadow.hash == hash && shadow.refersTo(array)) {
        return shadow;
      }
    }
  }

  private static ArrayShadow insert(Stripe stripe, Object array, int hash) {
    ArrayShadow made = new ArrayShadow(array, hash, BufferMemory.elements(array));
    synchronized (stripe) {
      ArrayShadow other = find(stripe.table, array, hash);
      if (other != null) {
        return other;
      }
      if (stripe.size * 2 >= stripe.table.length) {
        rehash(stripe);
      }
      put(stripe.table, made);
      stripe.size++;
      return made;
    }
  }

  private static void put(@Nullable ArrayShadow[] table, ArrayShadow shadow) {
    int mask = table.length - 1;
    int at = shadow.hash >>> 6 & mask;
    while (table[at] != null) {
      at = at + 1 & mask;
    }
    SLOT.setRelease(table, at, shadow);
  }

  /** Copies the live entries into a table with room; readers keep using the old one. */
  private static void rehash(Stripe stripe) {
    @Nullable ArrayShadow[] old = stripe.table;
    int live = 0;
    for (ArrayShadow shadow : old) {
      live += shadow != null && !shadow.refersTo(null) ? 1 : 0;
    }
    int length = 16;
    while (length < live * 4) {
      length *= 2;
    }
    @Nullable ArrayShadow[] table = new ArrayShadow[length];
    int size = 0;
    for (ArrayShadow shadow : old) {
      if (shadow == null) {
        continue;
      }
      if (shadow.refersTo(null)) {
        shadow.drop();
      } else {
        put(table, shadow);
        size++;
      }
    }
    stripe.size = size;
    stripe.table = table;
  }
}
