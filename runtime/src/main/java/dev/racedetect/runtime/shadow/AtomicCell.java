package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.sync.SyncClock;

/**
 * What is kept for a variable that is not declared volatile but accessed atomically: its sync clock
 * and which of the words in its shadow are those of atomic accesses. Atomic accesses do not race
 * with one another, so they must tell their words from those of plain accesses.
 */
final class AtomicCell {
  private static final int READERS = 64;

  final SyncClock clock = new SyncClock();

  /** Whether other variables use the same cell; only the clock counts then. */
  final boolean shared;

  final long key;

  /** The word that the latest atomic write has stored. Guarded by this cell. */
  long lastWrite;

  /** The latest atomic read of each thread that made one. Guarded by this cell. */
  private long[] reads = new long[2];

  private int readers;

  AtomicCell(long key, boolean shared) {
    this.key = key;
    this.shared = shared;
  }

  /**
   * Notes an atomic read whose word is going to be stored in the shadow. With many readers none is
   * stored any more.
   *
   * @return whether to store it
   */
  synchronized boolean noteRead(long word) {
    for (int i = 0; i < readers; i++) {
      if (Epoch.slot(reads[i]) == Epoch.slot(word)) {
        reads[i] = word;
        return true;
      }
    }
    if (readers == READERS) {
      return false;
    }
    if (readers == reads.length) {
      long[] wider = new long[2 * readers];
      System.arraycopy(reads, 0, wider, 0, readers);
      reads = wider;
    }
    reads[readers++] = word;
    return true;
  }

  /**
   * Whether a read word in the shadow may be that of an atomic read. An earlier word of a thread
   * that has read atomically since counts as one: a race with its plain read may be missed.
   */
  synchronized boolean isAtomicRead(long word) {
    for (int i = 0; i < readers; i++) {
      if (Epoch.slot(reads[i]) == Epoch.slot(word) && Epoch.clock(word) <= Epoch.clock(reads[i])) {
        return true;
      }
    }
    return false;
  }
}
