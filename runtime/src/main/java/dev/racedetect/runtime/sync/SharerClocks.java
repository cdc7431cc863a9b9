package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.clock.VectorClock;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * What those who shared a lock have released, each in a cell of its own: sharers do not meet, and
 * nothing is joined until somebody takes the lock alone.
 *
 * <p>A cell has one writer, the owner of its slot, whose knowledge only grows: the owner of a
 * reused slot knows all that the earlier one knew. A cell is read by who holds the lock alone. If a
 * thread gives back what it does not hold, the two may meet, and the reader may see the new half of
 * a cell and the old one; it then misses nothing that was released properly.
 */
final class SharerClocks {
  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(Cell[].class);

  /** Above this many cells, they are joined into one clock when they have been acquired. */
  private static final int KEPT = 64;

  private static final class Cell {
    final int slot;
    long epoch;
    @Nullable VectorClock clock;

    Cell(int slot) {
      this.slot = slot;
    }
  }

  /** Open addressing by slot; at least half is empty. Replaced under this object's lock. */
  private volatile @Nullable Cell[] cells = new Cell[8];

  /** Guarded by this. */
  private int size;

  /** Of threads without a slot of their own, and of cells that were joined. */
  private final SyncClock others = new SyncClock();

  void release(ThreadState thread) {
    int slot = Epoch.slot(thread.epoch);
    if (slot == 0) {
      others.release(thread);
      return;
    }
    Cell cell = find(cells, slot);
    if (cell == null) {
      cell = insert(slot);
    }
    VectorClock known = thread.clock();
    if (cell.clock != known) {
      cell.clock = known;
    }
    cell.epoch = thread.publishedEpoch();
    thread.released();
  }

  private static @Nullable Cell find(@Nullable Cell[] table, int slot) {
    int mask = table.length - 1;
    int at = slot & mask;
    Cell cell = (Cell) CELL.getAcquire(table, at);
    while (cell != null && cell.slot != slot) {
      at = at + 1 & mask;
      cell = (Cell) CELL.getAcquire(table, at);
    }
    return cell;
  }

  private synchronized Cell insert(int slot) {
    @Nullable Cell[] table = cells;
    if (2 * size >= table.length) {
      @Nullable Cell[] wider = new Cell[2 * table.length];
      for (Cell cell : table) {
        if (cell != null) {
          wider[free(wider, cell.slot)] = cell;
        }
      }
      table = wider;
      cells = wider;
    }
    Cell made = new Cell(slot);
    CELL.setRelease(table, free(table, slot), made);
    size++;
    return made;
  }

  private static int free(@Nullable Cell[] table, int slot) {
    int mask = table.length - 1;
    int at = slot & mask;
    while (table[at] != null) {
      at = at + 1 & mask;
    }
    return at;
  }

  /** After the lock was taken alone. */
  void acquire(ThreadState thread) {
    @Nullable Cell[] table = cells;
    for (int i = 0; i < table.length; i++) {
      Cell cell = (Cell) CELL.getAcquire(table, i);
      if (cell != null) {
        VectorClock known = cell.clock;
        if (known != null) {
          thread.acquire(known, cell.epoch, 0);
        }
      }
    }
    others.acquire(thread);
    if (table.length > 2 * KEPT) {
      compact();
    }
  }

  /** Nobody shares the lock now, so nobody writes to a cell. */
  private synchronized void compact() {
    for (Cell cell : cells) {
      if (cell != null && cell.clock != null) {
        others.join(new Snapshot(cell.clock, cell.epoch));
      }
    }
    cells = new Cell[8];
    size = 0;
  }
}
