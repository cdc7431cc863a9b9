package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.ThreadState;
import jdk.internal.misc.Unsafe;

/**
 * A variable with a write word, a read word and a reference to a set of readers of its own: a
 * field, whose words lie in its object, or a part of a JDK object that is data. Short-lived: escape
 * analysis removes it from the path of an access.
 */
final class WordVariable extends Variable {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** The object or array that has the words. */
  final Object base;

  final long writeOffset;
  final long readOffset;

  /** The object or array that has the reference to the set of readers. */
  final Object setBase;

  final long setOffset;

  WordVariable(ShadowField field, Object owner) {
    super(owner, field, null, -1);
    this.base = owner;
    this.setBase = owner;
    this.writeOffset = field.writeOffset();
    this.readOffset = field.readOffset();
    this.setOffset = field.setOffset();
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
      ReadSet set = (ReadSet) UNSAFE.getReferenceVolatile(setBase, setOffset);
      return set == null ? new long[0] : set.words();
    }
    return read == 0 ? new long[0] : new long[] {read};
  }

  @Override
  void noteRead(ThreadState thread, long word) {
    AccessRule.noteRead(this, thread, word);
  }
}
