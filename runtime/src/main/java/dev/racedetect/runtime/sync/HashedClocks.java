package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The sync clocks of the keys of one map, by the key's hash. Keys whose hashes agree share a clock,
 * and so do keys beyond {@value #LIMIT} clocks: that may hide a race, it cannot invent one.
 */
public final class HashedClocks {
  /** How many clocks one map has at most. */
  static final int LIMIT = 1 << 15;

  private static final VarHandle BIN = MethodHandles.arrayElementVarHandle(Bin[].class);

  private static final class Bin {
    final int hash;
    final SyncClock clock;
    final @Nullable Bin next;

    Bin(int hash, SyncClock clock, @Nullable Bin next) {
      this.hash = hash;
      this.clock = clock;
      this.next = next;
    }
  }

  /** Length a power of two. Replaced under this object's lock, elements written under it. */
  private volatile @Nullable Bin[] bins = new Bin[16];

  /** Guarded by this. */
  private int size;

  /** What was released on all keys, also on those that are not known yet. Guarded by this. */
  private @Nullable SyncClock all;

  /** Makes clocks for a map without keys. */
  public HashedClocks() {}

  /** The clock of a key with this hash, null if nothing was ever released on one. */
  public @Nullable SyncClock find(int hash) {
    @Nullable Bin[] table = bins;
    Bin first = (Bin) BIN.getAcquire(table, spread(hash) & table.length - 1);
    for (Bin bin = first; bin != null; bin = bin.next) {
      if (bin.hash == hash) {
        return bin.clock;
      }
    }
    return table.length >= LIMIT && first != null && overflowed(first) ? first.clock : null;
  }

  /** The clock of a key with this hash, made on first use. */
  public SyncClock of(int hash) {
    SyncClock clock = find(hash);
    return clock != null ? clock : insert(hash);
  }

  /**
   * Releases on the clocks of all keys. Some of them may never have been seen: inserted between two
   * sampling periods, or by deserialization.
   */
  public synchronized void releaseAll(ThreadState thread) {
    SyncClock later = all;
    if (later == null) {
      later = new SyncClock();
      all = later;
    }
    later.release(thread);
    @Nullable Bin[] table = bins;
    for (int i = 0; i < table.length; i++) {
      for (Bin bin = (Bin) BIN.getAcquire(table, i); bin != null; bin = bin.next) {
        bin.clock.release(thread);
      }
    }
  }

  private synchronized SyncClock insert(int hash) {
    SyncClock clock = find(hash);
    if (clock != null) {
      return clock;
    }
    if (size >= bins.length && bins.length < LIMIT) {
      grow();
    }
    @Nullable Bin[] table = bins;
    int at = spread(hash) & table.length - 1;
    Bin first = table[at];
    if (first != null && overflowed(first)) {
      return first.clock;
    }
    SyncClock fresh = new SyncClock();
    Snapshot released = all == null ? null : all.get();
    if (released != null) {
      fresh.set(released);
    }
    Bin made = new Bin(hash, fresh, first);
    BIN.setRelease(table, at, made);
    size++;
    return made.clock;
  }

  /** Whether a bin is full: no more clocks are made there, its first one stands for the rest. */
  private boolean overflowed(Bin first) {
    int length = 0;
    for (Bin bin = first; bin != null; bin = bin.next) {
      length++;
    }
    return bins.length >= LIMIT && length >= 8;
  }

  private void grow() {
    @Nullable Bin[] old = bins;
    @Nullable Bin[] wider = new Bin[old.length * 2];
    for (Bin head : old) {
      for (Bin bin = head; bin != null; bin = bin.next) {
        int at = spread(bin.hash) & wider.length - 1;
        wider[at] = new Bin(bin.hash, bin.clock, wider[at]);
      }
    }
    bins = wider;
  }

  private static int spread(int hash) {
    int h = hash * 0x9E3779B9;
    return h ^ h >>> 16;
  }
}
