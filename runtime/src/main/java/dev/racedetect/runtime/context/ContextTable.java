package dev.racedetect.runtime.context;

import dev.racedetect.runtime.clock.Epoch;
import jdk.internal.vm.annotation.ForceInline;

/**
 * Depot indexes by key: open addressing, keys are never removed. Written by one thread at a time,
 * read by any without a lock; a reader may miss what is being written.
 *
 * <p>An entry is one {@code long}, so that it is found in one line of the processor's cache: the
 * key without its lowest {@value Epoch#CONTEXT_BITS} bits, and the index in their place. Keys are
 * hashes of which 44 bits are compared: with a million contexts, one is taken for another, whose
 * stack is reported then, with a probability of 6 in 100 million.
 */
final class ContextTable {
  /** 0 is an empty place. */
  private final long[] entries;

  /** A table with room for half of the given length, a power of two. */
  ContextTable(int length) {
    entries = new long[length];
  }

  /** The entry of a key. */
  @ForceInline
  static long entry(long key, int index) {
    return key & -1L << Epoch.CONTEXT_BITS | index;
  }

  /** Whether an entry is that of a key. */
  @ForceInline
  static boolean matches(long entry, long key) {
    return (entry ^ key) >>> Epoch.CONTEXT_BITS == 0;
  }

  /** The index in an entry. */
  @ForceInline
  static int index(long entry) {
    return (int) entry & Epoch.MAX_CONTEXT;
  }

  /** The index of a key, 0 if it is not known. */
  int find(long key) {
    long[] table = entries;
    int mask = table.length - 1;
    int at = place(key, mask);
    for (long e = table[at]; e != 0; e = table[at]) {
      if (matches(e, key)) {
        return index(e);
      }
      at = at + 1 & mask;
    }
    return 0;
  }

  /** By the bits that an entry has of a key. */
  private static int place(long key, int mask) {
    return (int) ((key >>> Epoch.CONTEXT_BITS) * 0x9E3779B97F4A7C15L >>> 40) & mask;
  }

  /** Whether a table with that many keys should be replaced by a wider one. */
  boolean full(int count) {
    return count * 2 > entries.length;
  }

  /** A table of twice the length with the same content. */
  ContextTable wider() {
    ContextTable wider = new ContextTable(entries.length * 2);
    for (long e : entries) {
      if (e != 0) {
        wider.add(e);
      }
    }
    return wider;
  }

  /**
   * Adds a key that is not in the table.
   *
   * @param index above 0
   */
  void put(long key, int index) {
    add(entry(key, index));
  }

  private void add(long entry) {
    int mask = entries.length - 1;
    int at = place(entry, mask);
    while (entries[at] != 0) {
      at = at + 1 & mask;
    }
    entries[at] = entry;
  }
}
