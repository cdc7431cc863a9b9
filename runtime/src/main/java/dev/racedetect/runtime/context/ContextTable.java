package dev.racedetect.runtime.context;

import java.lang.invoke.VarHandle;

/**
 * Depot indexes by key: open addressing, keys are never 0 and never removed. Written by one thread
 * at a time, read by any without a lock; a reader may miss what is being written.
 */
final class ContextTable {
  /** 0 is an empty place. A key is written after its value. */
  private final long[] keys;

  private final int[] values;

  /** A table with room for half of the given length, a power of two. */
  ContextTable(int length) {
    keys = new long[length];
    values = new int[length];
  }

  /** The index of a key, 0 if it is not known. */
  int find(long key) {
    int mask = keys.length - 1;
    int at = place(key, mask);
    for (long k = keys[at]; k != 0; k = keys[at]) {
      if (k == key) {
        return values[at];
      }
      at = at + 1 & mask;
    }
    return 0;
  }

  private static int place(long key, int mask) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
  }

  /** Whether a table with that many keys should be replaced by a wider one. */
  boolean full(int count) {
    return count * 2 > keys.length;
  }

  /** A table of twice the length with the same content. */
  ContextTable wider() {
    ContextTable wider = new ContextTable(keys.length * 2);
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        wider.put(keys[i], values[i]);
      }
    }
    return wider;
  }

  /** Adds a key that is not in the table. */
  void put(long key, int value) {
    int mask = keys.length - 1;
    int at = place(key, mask);
    while (keys[at] != 0) {
      at = at + 1 & mask;
    }
    values[at] = value;
    VarHandle.releaseFence();
    keys[at] = key;
  }
}
