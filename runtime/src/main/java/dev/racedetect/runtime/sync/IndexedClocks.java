package dev.racedetect.runtime.sync;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The sync clocks of one object's numbered parts: elements of an atomic array, bins of a map,
 * phases of a barrier. Above {@value #LIMIT} parts share clocks, which may hide a race and cannot
 * invent one.
 */
public final class IndexedClocks {
  /** How many clocks one object has at most. */
  public static final int LIMIT = 1 << 16;

  private static final VarHandle CLOCK = MethodHandles.arrayElementVarHandle(SyncClock[].class);

  /** Length a power of two. Replaced under this object's lock, elements written under it. */
  private volatile @Nullable SyncClock[] clocks;

  /** Makes clocks for parts that are numbered from 0, or hashed. */
  public IndexedClocks() {
    clocks = new SyncClock[16];
  }

  /**
   * The clock of a part, made on first use. A part keeps its clock for ever: the table only grows
   * while all its parts are below the new length.
   */
  public SyncClock of(int part) {
    int at = part & LIMIT - 1;
    SyncClock clock = find(part);
    if (clock != null) {
      return clock;
    }
    synchronized (this) {
      @Nullable SyncClock[] table = clocks;
      if (at >= table.length) {
        int length = table.length;
        while (length <= at) {
          length *= 2;
        }
        @Nullable SyncClock[] wider = new SyncClock[length];
        System.arraycopy(table, 0, wider, 0, table.length);
        clocks = wider;
        table = wider;
      }
      SyncClock made = table[at];
      if (made == null) {
        made = new SyncClock();
        CLOCK.setRelease(table, at, made);
      }
      return made;
    }
  }

  /** The clock of a part, null if nothing was ever released there. */
  public @Nullable SyncClock find(int part) {
    @Nullable SyncClock[] table = clocks;
    int at = part & LIMIT - 1;
    return at < table.length ? (SyncClock) CLOCK.getAcquire(table, at) : null;
  }
}
