package dev.racedetect.runtime.race;

import org.jspecify.annotations.Nullable;

/** A set of fingerprints: open addressing, linear probing, never shrinks. Not thread-safe. */
public final class FingerprintSet {

  private @Nullable String[] slots = new String[64];

  private int size;

  /** Whether a fingerprint was added. */
  public boolean contains(String fingerprint) {
    return slots[find(slots, fingerprint)] != null;
  }

  /** Adds a fingerprint; false when it was there. */
  public boolean add(String fingerprint) {
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

  /** Number of fingerprints. */
  public int size() {
    return size;
  }

  private static int find(@Nullable String[] table, String fingerprint) {
    int at = fingerprint.hashCode() & (table.length - 1);
    while (table[at] != null && !fingerprint.equals(table[at])) {
      at = (at + 1) & (table.length - 1);
    }
    return at;
  }
}
