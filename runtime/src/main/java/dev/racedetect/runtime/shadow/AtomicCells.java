package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.sync.WeakIdentityMap;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The atomic cells of one object or array, by offset, and those of memory outside the heap. Beyond
 * {@value #LIMIT} variables of one object, and for addresses, cells are shared: that may hide a
 * race and cannot invent one.
 */
final class AtomicCells {
  private static final int LIMIT = 1 << 16;
  private static final int SHARED = 1 << 10;

  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(AtomicCell[].class);

  private static final class Tables extends WeakIdentityMap<AtomicCells> {
    @Override
    protected AtomicCells create(Object base) {
      return new AtomicCells();
    }
  }

  private static final Tables TABLES = new Tables();
  private static final AtomicCells MEMORY = new AtomicCells();

  /** Open addressing, at most half full. Replaced under this object's lock, written under it. */
  private volatile @Nullable AtomicCell[] table = new AtomicCell[4];

  /** Guarded by this object. */
  private int size;

  private AtomicCells() {}

  /** The cell of a variable, null if it has none. A null base means an address. */
  static @Nullable AtomicCell find(@Nullable Object base, long offset) {
    if (base == null) {
      return MEMORY.find(address(offset));
    }
    AtomicCells cells = TABLES.find(base);
    return cells == null ? null : cells.find(offset);
  }

  /** The cell of a variable, made on first use. */
  static AtomicCell of(@Nullable Object base, long offset) {
    if (base == null) {
      return MEMORY.of(address(offset), true);
    }
    return TABLES.of(base).of(offset, false);
  }

  private static long address(long address) {
    long hash = (address >>> 3) * 0x9E3779B97F4A7C15L;
    return -1 - (hash >>> 50);
  }

  private @Nullable AtomicCell find(long key) {
    AtomicCell cell = probe(table, key);
    return cell == null && size > LIMIT ? probe(table, overflow(key)) : cell;
  }

  private static long overflow(long key) {
    return -1L - (mix(key) & SHARED - 1);
  }

  private AtomicCell of(long key, boolean shared) {
    AtomicCell cell = probe(table, key);
    if (cell != null) {
      return cell;
    }
    synchronized (this) {
      cell = probe(table, key);
      if (cell != null) {
        return cell;
      }
      if (size > LIMIT && key >= 0) {
        return of(overflow(key), true);
      }
      if (2 * (size + 1) > table.length) {
        @Nullable AtomicCell[] wider = new AtomicCell[table.length * 2];
        for (AtomicCell c : table) {
          if (c != null) {
            insert(wider, c);
          }
        }
        table = wider;
      }
      cell = new AtomicCell(key, shared);
      insert(table, cell);
      size++;
      return cell;
    }
  }

  private static @Nullable AtomicCell probe(@Nullable AtomicCell[] table, long key) {
    int mask = table.length - 1;
    for (int i = mix(key) & mask; ; i = i + 1 & mask) {
      AtomicCell cell = (AtomicCell) CELL.getAcquire(table, i);
      if (cell == null || cell.key == key) {
        return cell;
      }
    }
  }

  private static void insert(@Nullable AtomicCell[] table, AtomicCell cell) {
    int mask = table.length - 1;
    int i = mix(cell.key) & mask;
    while (table[i] != null) {
      i = i + 1 & mask;
    }
    CELL.setRelease(table, i, cell);
  }

  private static int mix(long key) {
    long hash = key * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 40);
  }
}
