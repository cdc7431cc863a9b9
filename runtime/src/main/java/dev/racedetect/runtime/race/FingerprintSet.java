package dev.racedetect.runtime.race;

import org.jspecify.annotations.Nullable;

/** The fingerprints seen so far: open addressing, linear probing, never shrinks. */
final class FingerprintSet {

  /** Guarded by the caller's lock. */
  private @Nullable String[] slots = new String[64];

  private int size;

  /** Adds a fingerprint; false when it was there. */
  boolean add(String fingerprint) {
    if (2 * size >= slots.length) {
      grow();
    }
    int at = find(slots, fingerprint);
    if (slots[at] != null) {
      return false;
    }
    slots[at] = fingerprint;
    size++;
    return true;
  }

  private void grow() {
    @Nullable String[] larger = new String[2 * slots.length];
    for (String fingerprint : slots) {
      if (fingerprint != null) {
        larger[find(larger, fingerprint)] = fingerprint;
      }
    }
    slots = larger;
  }

  private static int find(@Nullable String[] table, String fingerprint) {
    int at = fingerprint.hashCode() & (table.length - 1);
    while (table[at] != null && !fingerprint.equals(table[at])) {
      at = (at + 1) & (table.length - 1);
    }
    return at;
  }
}
