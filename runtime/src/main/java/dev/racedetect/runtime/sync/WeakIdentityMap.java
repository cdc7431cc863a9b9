package dev.racedetect.runtime.sync;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A concurrent map from objects, compared by identity and held weakly, to state of the detector.
 * Values must not refer to their keys.
 *
 * <p>Reads take no lock. Entries whose object is gone are dropped when a stripe grows, so that the
 * table's size follows the number of live objects without a reference queue.
 *
 * @param <V> what is kept for each object
 */
public abstract class WeakIdentityMap<V> {
  private static final int STRIPES = 64;

  private static final VarHandle BUCKET = MethodHandles.arrayElementVarHandle(Entry[].class);

  private final Stripe<V>[] stripes;

  /** Makes an empty map. */
  protected WeakIdentityMap() {
    @SuppressWarnings({"unchecked", "rawtypes"})
    Stripe<V>[] s = new Stripe[STRIPES];
    for (int i = 0; i < STRIPES; i++) {
      s[i] = new Stripe<>();
    }
    stripes = s;
  }

  private static final class Entry<V> extends WeakReference<Object> {
    final int hash;
    final V value;
    final @Nullable Entry<V> next;

    Entry(Object key, int hash, V value, @Nullable Entry<V> next) {
      super(key);
      this.hash = hash;
      this.value = value;
      this.next = next;
    }

    Entry(Entry<V> moved, Object key, @Nullable Entry<V> next) {
      this(key, moved.hash, moved.value, next);
    }
  }

  private static final class Stripe<V> {
    /** Replaced under the stripe's lock; buckets are written with release under the lock. */
    volatile @Nullable Entry<V>[] table = newTable(16);

    /** Guarded by the stripe. */
    int size;

    @SuppressWarnings({"unchecked", "rawtypes"})
    static <V> @Nullable Entry<V>[] newTable(int length) {
      return new Entry[length];
    }
  }

  /** Makes the value for an object that has none yet. */
  protected abstract V create(Object key);

  /** The value of an object, null if it has none. */
  public final @Nullable V find(Object key) {
    int hash = mix(System.identityHashCode(key));
    return find(stripes[hash & STRIPES - 1].table, key, hash);
  }

  /** The value of an object, made on first use. */
  public final V of(Object key) {
    int hash = mix(System.identityHashCode(key));
    Stripe<V> stripe = stripes[hash & STRIPES - 1];
    V value = find(stripe.table, key, hash);
    return value != null ? value : insert(stripe, key, hash, create(key));
  }

  /**
   * Gives an object a value, unless it has one already.
   *
   * @return the object's value
   */
  public final V putIfAbsent(Object key, V value) {
    int hash = mix(System.identityHashCode(key));
    return insert(stripes[hash & STRIPES - 1], key, hash, value);
  }

  /** Takes the value of an object away, if it is the given one. */
  protected final void remove(Object key, V value) {
    int hash = mix(System.identityHashCode(key));
    Stripe<V> stripe = stripes[hash & STRIPES - 1];
    synchronized (stripe) {
      @Nullable Entry<V>[] table = stripe.table;
      int at = hash >>> 6 & table.length - 1;
      Entry<V> kept = null;
      int gone = 0;
      for (Entry<V> e = table[at]; e != null; e = e.next) {
        Object other = e.get();
        if (other == null || other == key && e.value == value) {
          gone++;
        } else {
          kept = new Entry<>(e, other, kept);
        }
      }
      if (gone > 0) {
        stripe.size -= gone;
        BUCKET.setRelease(table, at, kept);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private @Nullable V find(@Nullable Entry<V>[] table, Object key, int hash) {
    Entry<V> e = (Entry<V>) BUCKET.getAcquire(table, hash >>> 6 & table.length - 1);
    while (e != null) {
      if (e.hash == hash && e.refersTo(key)) {
        return e.value;
      }
      e = e.next;
    }
    return null;
  }

  private V insert(Stripe<V> stripe, Object key, int hash, V made) {
    synchronized (stripe) {
      V value = find(stripe.table, key, hash);
      if (value != null) {
        return value;
      }
      if (stripe.size >= stripe.table.length) {
        rehash(stripe);
      }
      @Nullable Entry<V>[] table = stripe.table;
      int at = hash >>> 6 & table.length - 1;
      BUCKET.setRelease(table, at, new Entry<>(key, hash, made, table[at]));
      stripe.size++;
      return made;
    }
  }

  /** Copies the live entries into a table with room; readers keep using the old one. */
  private static <V> void rehash(Stripe<V> stripe) {
    @Nullable Entry<V>[] old = stripe.table;
    int live = 0;
    for (@Nullable Entry<V> head : old) {
      for (Entry<V> e = head; e != null; e = e.next) {
        if (!e.refersTo(null)) {
          live++;
        }
      }
    }
    int length = 16;
    while (length < live * 2) {
      length *= 2;
    }
    @Nullable Entry<V>[] table = Stripe.newTable(length);
    int size = 0;
    for (@Nullable Entry<V> head : old) {
      for (Entry<V> e = head; e != null; e = e.next) {
        Object key = e.get();
        if (key != null) {
          int at = e.hash >>> 6 & length - 1;
          table[at] = new Entry<>(e, key, table[at]);
          size++;
        }
      }
    }
    stripe.size = size;
    stripe.table = table;
  }

  private static int mix(int hash) {
    int h = hash * 0x9E3779B9;
    return h ^ h >>> 15;
  }
}
