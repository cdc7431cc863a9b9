package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.sync.SyncClock;

/**
 * What is kept for a variable that is not declared volatile but accessed atomically: its sync clock
 * and which of the words in its shadow was written by an atomic access. Atomic accesses do not race
 * with one another, so they must tell their words from those of plain accesses.
 */
final class AtomicCell {
  final SyncClock clock = new SyncClock();

  /** Whether other variables use the same cell; only the clock counts then. */
  final boolean shared;

  final long key;

  /** The word that the latest atomic write has stored. Guarded by this cell. */
  long lastWrite;

  AtomicCell(long key, boolean shared) {
    this.key = key;
    this.shared = shared;
  }
}
