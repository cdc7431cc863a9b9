package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.ThreadState;
import jdk.internal.misc.Unsafe;

/**
 * A field, whose words lie in its own object. Short-lived: escape analysis removes it from the path
 * of an access.
 */
final class FieldVariable extends Variable {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  final long writeOffset;
  final long readOffset;
  final long setOffset;

  FieldVariable(ShadowField field, Object owner) {
    super(owner, field, -1);
    this.writeOffset = field.writeOffset();
    this.readOffset = field.readOffset();
    this.setOffset = field.setOffset();
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
    return UNSAFE.getLongVolatile(owner, writeOffset);
  }

  @Override
  boolean replaceWrite(long expected, long word) {
    return UNSAFE.compareAndSetLong(owner, writeOffset, expected, word);
  }

  @Override
  boolean onlyReader(long epoch) {
    return Epoch.same(UNSAFE.getLongVolatile(owner, readOffset), epoch);
  }

  @Override
  long[] readers() {
    long read = UNSAFE.getLongVolatile(owner, readOffset);
    if (read == Epoch.READ_SHARED) {
      ReadSet set = (ReadSet) UNSAFE.getReferenceVolatile(owner, setOffset);
      return set == null ? new long[0] : set.words();
    }
    return read == 0 ? new long[0] : new long[] {read};
  }

  @Override
  void noteRead(ThreadState thread, long word) {
    AccessRule.noteRead(this, thread, word);
  }
}
