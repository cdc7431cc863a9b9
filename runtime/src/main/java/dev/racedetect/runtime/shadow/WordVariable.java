package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.ThreadState;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * A variable with a write word, a read word and a reference to a set of readers of its own: a
 * field, whose words lie in its object, a part of a JDK object that is data, or an element in a
 * {@link DirectChunk}. Short-lived: escape analysis removes it from the path of an access.
 */
final class WordVariable extends Variable {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** The object or array that has the words. */
  final Object base;

  final long writeOffset;
  final long readOffset;

  /**
   * The object or array that has the reference to the set of readers; null if it is not made yet.
   */
  private final @Nullable Object setBase;

  final long setOffset;

  /** Makes the sets of readers; null if they need not be made. */
  private final @Nullable ArrayShadow shadow;

  WordVariable(ShadowField field, Object owner) {
    super(owner, field, null, -1);
    this.base = owner;
    this.setBase = owner;
    this.writeOffset = field.writeOffset();
    this.readOffset = field.readOffset();
    this.setOffset = field.setOffset();
    this.shadow = null;
  }

  /** An element that is in bounds, in a chunk where it has a pair of its own. */
  WordVariable(ArrayShadow shadow, Object array, long[] chunk, int index) {
    super(array, null, null, index);
    this.base = chunk;
    this.writeOffset = DirectChunk.offset(index);
    this.readOffset = writeOffset + Long.BYTES;
    this.setBase = null;
    this.setOffset = ArrayLayout.referenceOffset(index & ArrayChunk.SIZE - 1);
    this.shadow = shadow;
  }

  /**
   * A part of a JDK object that is data.
   *
   * @param object the object
   * @param collection its shadow
   * @param index of a list's element, else -1
   */
  WordVariable(
      Object base,
      long writeOffset,
      long readOffset,
      Object setBase,
      long setOffset,
      Object object,
      CollectionShadow collection,
      int index) {
    super(object, null, collection, index);
    this.base = base;
    this.writeOffset = writeOffset;
    this.readOffset = readOffset;
    this.setBase = setBase;
    this.setOffset = setOffset;
    this.shadow = null;
  }

  /** The object or array that has the reference to the set of readers. */
  Object setBase() {
    Object known = setBase;
    if (known != null || shadow == null) {
      return known == null ? base : known;
    }
    return shadow.readSets(index >>> ArrayChunk.BITS);
  }

  @Override
  boolean read(ThreadState thread, long context, int site) {
    return AccessRule.read(this, thread, context, site);
  }

  @Override
  boolean write(ThreadState thread, long context, int site) {
    return AccessRule.write(this, thread, context, site);
  }

  @Override
  long writeWord() {
    return UNSAFE.getLongVolatile(base, writeOffset);
  }

  @Override
  boolean replaceWrite(long expected, long word) {
    return UNSAFE.compareAndSetLong(base, writeOffset, expected, word);
  }

  @Override
  boolean onlyReader(long epoch) {
    return Epoch.same(UNSAFE.getLongVolatile(base, readOffset), epoch);
  }

  @Override
  long[] readers() {
    long read = UNSAFE.getLongVolatile(base, readOffset);
    if (read == Epoch.READ_SHARED) {
      ReadSet set = (ReadSet) UNSAFE.getReferenceVolatile(setBase(), setOffset);
      return set == null ? new long[0] : set.words();
    }
    return read == 0 ? new long[0] : new long[] {read};
  }

  @Override
  void noteRead(ThreadState thread, long word) {
    AccessRule.noteRead(this, thread, word);
  }
}
