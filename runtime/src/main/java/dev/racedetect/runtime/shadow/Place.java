package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.ThreadState;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The variable that a low-level access designates by base object and offset: the same field or
 * array element that instructions access, under the same shadow state. Made for one access.
 *
 * <p>Plain accesses to a field that is declared volatile are not checked, and places that are no
 * watched variable (fields of the JDK, memory outside the heap) only have a sync clock.
 */
public final class Place {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final @Nullable Object base;

  /** Key of the variable's atomic cell within its base. */
  private final long key;

  private final @Nullable ShadowField field;

  /** The elements accessed, if the base is an array of the application; else an empty range. */
  private final int from;

  private final int to;

  /** The direct buffer whose bytes these elements are; else null: they are those of the base. */
  private final @Nullable Object buffer;

  private Place(@Nullable Object base, long key, @Nullable ShadowField field, int from, int to) {
    this(base, key, field, from, to, null);
  }

  private Place(
      @Nullable Object base,
      long key,
      @Nullable ShadowField field,
      int from,
      int to,
      @Nullable Object buffer) {
    this.base = base;
    this.key = key;
    this.field = field;
    this.from = from;
    this.to = to;
    this.buffer = buffer;
  }

  /**
   * The place at an offset.
   *
   * @param base an object, an array, the class object for a static field; null for an address
   * @param offset as {@code Unsafe} counts it, in bytes
   * @param size how many bytes are accessed; 0 for one field or element
   */
  public static Place of(@Nullable Object base, long offset, int size) {
    if (base == null) {
      return new Place(null, offset, null, 0, 0);
    }
    Class<?> type = base.getClass();
    if (type.isArray()) {
      return elements(base, type, offset, size);
    }
    ShadowField field = null;
    if (base instanceof Class<?> c) {
      field = FieldOffsets.of(c).at(offset, true);
    }
    if (field == null) {
      field = FieldOffsets.of(type).at(offset, false);
    }
    return new Place(base, offset, field, 0, 0);
  }

  /**
   * The place of some bytes of a buffer's content. Atomic accesses to direct memory are not
   * checked.
   *
   * @param index of the first byte, at which there may be none
   * @param size how many bytes
   */
  public static Place inBuffer(ByteBuffer buffer, long index, int size) {
    Object array = BufferMemory.array(buffer);
    long address = BufferMemory.address(buffer) + index;
    if (array != null) {
      return of(array, address, size);
    }
    Object origin = BufferMemory.origin(buffer);
    if (origin instanceof Buffer) {
      long first = address - BufferMemory.address(origin);
      if (first >= 0 && first + size <= BufferMemory.elements(origin)) {
        return new Place(null, address, null, (int) first, (int) first + size, origin);
      }
    }
    return of(null, address, size);
  }

  /** The place of one element; null if the index is out of bounds. */
  public static @Nullable Place element(Object array, int index) {
    if (Integer.compareUnsigned(index, java.lang.reflect.Array.getLength(array)) >= 0) {
      return null;
    }
    return new Place(array, index, null, index, index + 1);
  }

  /**
   * The place of a variable that is not known, only an object by which it is reached, and the
   * handle that reaches it. Different variables may have the same place: that hides races.
   */
  public static Place unknown(Object base, Object handle) {
    return new Place(base, 1L << 62 | System.identityHashCode(handle), null, 0, 0);
  }

  private static Place elements(Object array, Class<?> type, long offset, int size) {
    int scale = UNSAFE.arrayIndexScale(type);
    long start = offset - ElementBases.of(type);
    long end = start + Math.max(1, size);
    int length = java.lang.reflect.Array.getLength(array);
    if (start < 0 || end > (long) length * scale) {
      return new Place(array, -1 - (offset >>> 3), null, 0, 0);
    }
    int from = (int) (start / scale);
    int to = (int) ((end + scale - 1) / scale);
    // Aligned accesses of all sizes to the bytes of one word share a cell.
    long key = scale == 1 ? start >>> 3 : from;
    return new Place(array, key, null, from, to);
  }

  /** After an access, which is a use of the class whose static field the variable is. */
  public void used(ThreadState thread) {
    if (base instanceof Class<?> declaring && !UNSAFE.shouldBeInitialized(declaring)) {
      ClassUses.acquire(declaring, thread);
    }
  }

  /** A plain read. */
  public void read(ThreadState thread, long context, int site) {
    if (field != null) {
      if (checked(field, thread)) {
        AccessRule.read(new WordVariable(field, owner()), thread, context, site);
      }
      return;
    }
    for (int i = from; i < to; i++) {
      ArrayShadows.read(buffer == null ? owner() : buffer, i, thread, context, site);
    }
  }

  /** A plain write. */
  public void write(ThreadState thread, long context, int site) {
    if (field != null) {
      if (checked(field, thread)) {
        AccessRule.write(new WordVariable(field, owner()), thread, context, site);
      }
      return;
    }
    for (int i = from; i < to; i++) {
      ArrayShadows.write(buffer == null ? owner() : buffer, i, thread, context, site);
    }
  }

  /** An atomic read, after what it acquires was acquired. */
  public void atomicRead(ThreadState thread, long context, int site) {
    Variable at = variable(thread);
    if (at != null && !AtomicRule.recorded(at, thread)) {
      AtomicCell cell = AtomicCells.of(base, key);
      if (!cell.shared) {
        AtomicRule.read(at, cell, thread, context, site);
      }
    }
  }

  /** An atomic write that is going to happen, before what it releases is released. */
  public void atomicWrite(ThreadState thread, long context, int site) {
    Variable at = variable(thread);
    if (at != null) {
      AtomicCell cell = AtomicCells.of(base, key);
      if (!cell.shared) {
        AtomicRule.write(at, cell, thread, context, site);
      }
    }
  }

  /**
   * An atomic write that was made, of which it was not known whether it would be.
   *
   * @param epoch the epoch that the thread published, or would have, at the operation
   */
  public void atomicallyWritten(ThreadState thread, long epoch, long context, int site) {
    Variable at = variable(thread);
    if (at != null) {
      AtomicCell cell = AtomicCells.of(base, key);
      if (!cell.shared) {
        AtomicRule.written(at, cell, thread, epoch, context, site);
      }
    }
  }

  /** The sync clock; null if nothing was released here. */
  public @Nullable SyncClock clock() {
    if (field != null && field.isVolatile()) {
      return field.syncClock(owner());
    }
    AtomicCell cell = AtomicCells.find(base, key);
    return cell == null ? null : cell.clock;
  }

  /** The sync clock, made on first use. */
  public SyncClock clockForRelease() {
    if (field != null && field.isVolatile()) {
      SyncClock clock = field.syncClockForRelease(owner());
      if (clock != null) {
        return clock;
      }
    }
    return AtomicCells.of(base, key).clock;
  }

  /** The variable, if a single one with shadow words; null otherwise. */
  private @Nullable Variable variable(ThreadState thread) {
    if (field != null) {
      return checked(field, thread) ? new WordVariable(field, owner()) : null;
    }
    return to - from == 1 && buffer == null ? ArrayShadows.variable(thread, owner(), from) : null;
  }

  /**
   * Whether a field has shadow words. A static field has them once its class is initialised; using
   * it is a use of the class.
   */
  private boolean checked(ShadowField f, ThreadState thread) {
    if (f.isVolatile()) {
      return false;
    }
    if (f.isStatic()) {
      Class<?> declaring = (Class<?>) owner();
      if (UNSAFE.shouldBeInitialized(declaring)) {
        return false;
      }
      ClassUses.acquire(declaring, thread);
    }
    return true;
  }

  private Object owner() {
    if (base == null) {
      throw new IllegalStateException();
    }
    return base;
  }
}
