package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.BufferMemory;
import dev.racedetect.runtime.shadow.CollectionShadows;
import dev.racedetect.runtime.shadow.ElementBases;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.nio.Buffer;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.DontInline;

/**
 * The content of buffers (catalogue 3.4), which duplicates, slices and views share: on the heap the
 * elements of the array inside, which with {@code wrap} the application uses itself, too; outside
 * the heap the bytes of the direct buffer that was there first.
 *
 * <p>It counts if the buffer does, or what it was made from. What lies behind the limit is left to
 * the buffer, which throws. Missed are bytes that channels and native code transfer, strings put
 * into buffers, and direct buffers of more than 64 MiB.
 */
public final class BufferHooks {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private BufferHooks() {}

  private static boolean counts(Object buffer) {
    return Periods.on() && isWatched(buffer);
  }

  private static boolean isWatched(Object buffer) {
    if (!CollectionShadows.unknown(buffer)) {
      return true;
    }
    Object array = BufferMemory.array(buffer);
    return array != null ? !CollectionShadows.unknown(array) : isShared(buffer);
  }

  /** Whether what a view or direct buffer was made from counts. */
  @DontInline
  private static boolean isShared(Object buffer) {
    Object origin = BufferMemory.origin(buffer);
    return origin != null && !CollectionShadows.unknown(origin);
  }

  /** Reads the element at an index. */
  public static void read(Object buffer, int index) {
    if (counts(buffer)) {
      element(buffer, index, 1, false);
    }
  }

  /** Writes the element at an index. */
  public static void write(Object buffer, int index) {
    if (counts(buffer)) {
      element(buffer, index, 1, true);
    }
  }

  /** Reads the element at the position. */
  public static void readNext(Object buffer) {
    if (counts(buffer)) {
      element(buffer, BufferMemory.position(buffer), 1, false);
    }
  }

  /** Writes the element at the position. */
  public static void writeNext(Object buffer) {
    if (counts(buffer)) {
      element(buffer, BufferMemory.position(buffer), 1, true);
    }
  }

  /** Reads elements from an index on. */
  public static void readMany(Object buffer, int index, int count) {
    if (counts(buffer)) {
      element(buffer, index, count, false);
    }
  }

  /** Writes elements from an index on. */
  public static void writeMany(Object buffer, int index, int count) {
    if (counts(buffer)) {
      element(buffer, index, count, true);
    }
  }

  /** Reads elements from the position on. */
  public static void readNextMany(Object buffer, int count) {
    if (counts(buffer)) {
      element(buffer, BufferMemory.position(buffer), count, false);
    }
  }

  /** Writes elements from the position on. */
  public static void writeNextMany(Object buffer, int count) {
    if (counts(buffer)) {
      element(buffer, BufferMemory.position(buffer), count, true);
    }
  }

  /** Moves what is between position and limit to the beginning. */
  public static void compact(Object buffer) {
    if (counts(buffer)) {
      int position = BufferMemory.position(buffer);
      int count = BufferMemory.limit(buffer) - position;
      if (position > 0) {
        element(buffer, position, count, false);
        element(buffer, 0, count, true);
      }
    }
  }

  /** Reads elements from an index (inclusive) to another. */
  public static void readRange(Object buffer, int from, int to) {
    readMany(buffer, from, to - from);
  }

  /**
   * After a comparison of a number of elements, each buffer's from an index on.
   *
   * @param mismatch distance of the first difference; below 0 if there is none
   */
  public static void compared(
      Object a, int indexInA, Object b, int indexInB, int count, int mismatch) {
    int read = mismatch < 0 ? count : mismatch + 1;
    readMany(a, indexInA, read);
    readMany(b, indexInB, read);
  }

  /** Reads two bytes at an index. */
  public static void readTwo(Object buffer, int index) {
    if (counts(buffer)) {
      access(buffer, index, 2, false);
    }
  }

  /** Reads four bytes at an index. */
  public static void readFour(Object buffer, int index) {
    if (counts(buffer)) {
      access(buffer, index, 4, false);
    }
  }

  /** Reads eight bytes at an index. */
  public static void readEight(Object buffer, int index) {
    if (counts(buffer)) {
      access(buffer, index, 8, false);
    }
  }

  /** Writes two bytes at an index. */
  public static void writeTwo(Object buffer, int index) {
    if (counts(buffer)) {
      access(buffer, index, 2, true);
    }
  }

  /** Writes four bytes at an index. */
  public static void writeFour(Object buffer, int index) {
    if (counts(buffer)) {
      access(buffer, index, 4, true);
    }
  }

  /** Writes eight bytes at an index. */
  public static void writeEight(Object buffer, int index) {
    if (counts(buffer)) {
      access(buffer, index, 8, true);
    }
  }

  /** Reads two bytes at the position. */
  public static void readTwo(Object buffer) {
    readTwo(buffer, BufferMemory.position(buffer));
  }

  /** Reads four bytes at the position. */
  public static void readFour(Object buffer) {
    readFour(buffer, BufferMemory.position(buffer));
  }

  /** Reads eight bytes at the position. */
  public static void readEight(Object buffer) {
    readEight(buffer, BufferMemory.position(buffer));
  }

  /** Writes two bytes at the position. */
  public static void writeTwo(Object buffer) {
    writeTwo(buffer, BufferMemory.position(buffer));
  }

  /** Writes four bytes at the position. */
  public static void writeFour(Object buffer) {
    writeFour(buffer, BufferMemory.position(buffer));
  }

  /** Writes eight bytes at the position. */
  public static void writeEight(Object buffer) {
    writeEight(buffer, BufferMemory.position(buffer));
  }

  private static void element(Object buffer, int index, int count, boolean write) {
    int shift = BufferMemory.shift(buffer);
    if (index >= 0 && count > 0 && count <= BufferMemory.limit(buffer) - index) {
      accessKnown(buffer, (long) index << shift, (long) count << shift, write);
    }
  }

  private static void access(Object buffer, int index, int bytes, boolean write) {
    if (index >= 0 && bytes <= BufferMemory.limit(buffer) - index) {
      accessKnown(buffer, index, bytes, write);
    }
  }

  @DontInline
  private static void accessKnown(Object buffer, long offset, long bytes, boolean write) {
    ThreadState thread = ThreadState.current();
    if (thread.mute != 0) {
      return;
    }
    try {
      Object origin = BufferMemory.origin(buffer);
      if (origin == null) {
        return;
      }
      long first = BufferMemory.address(buffer) + offset;
      if (origin instanceof Buffer direct) {
        first -= BufferMemory.address(direct);
        if (first + bytes > direct.capacity()) {
          return;
        }
      } else {
        int scale = UNSAFE.arrayIndexScale(origin.getClass());
        first = (first - ElementBases.of(origin.getClass())) / scale;
        bytes = (bytes + scale - 1) / scale;
      }
      if (first >= 0) {
        elements(origin, (int) first, (int) bytes, write, thread);
      }
    } catch (Throwable e) {
      HookFailures.note(thread, e);
    }
  }

  private static void elements(
      Object origin, int first, int count, boolean write, ThreadState thread) {
    if (count == 1 && write) {
      ArrayHooks.beforeWrite(origin, first, thread, thread.context, 0);
    } else if (count == 1) {
      ArrayHooks.beforeRead(origin, first, thread, thread.context, 0);
    } else if (write) {
      ArrayHooks.afterStores(origin, first + count, first, 0, 0, 1, thread, thread.context, 0);
    } else {
      ArrayHooks.afterLoads(origin, first + count, first, 0, 0, 1, thread, thread.context, 0);
    }
  }
}
