package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/** One variable: where its shadow state lies; and, for reports, which variable it is. */
abstract class Variable {
  /** The object or array that holds the variable; the class object for a static field. */
  final Object owner;

  /** Null for array elements and collections. */
  final @Nullable ShadowField field;

  /** The shadow of a JDK object that is data; null for fields and array elements. */
  final @Nullable CollectionShadow collection;

  /** Index of an array's or list's element, else -1. */
  final int index;

  Variable(
      Object owner,
      @Nullable ShadowField field,
      @Nullable CollectionShadow collection,
      int index) {
    this.owner = owner;
    this.field = field;
    this.collection = collection;
    this.index = index;
  }

  /** A plain read; whether it races with an earlier write. */
  abstract boolean read(ThreadState thread, long context, int site);

  /** A plain write; whether it races with an earlier access. */
  abstract boolean write(ThreadState thread, long context, int site);

  /** The write word; 0 if it was never written. */
  abstract long writeWord();

  /** Replaces the write word if it is still the expected one. */
  abstract boolean replaceWrite(long expected, long word);

  /** Whether the readers are the thread of this epoch, and no other. */
  abstract boolean onlyReader(long epoch);

  /** The words of all readers, as a copy. */
  abstract long[] readers();

  /** Notes the word of a read beside or in place of those of earlier ones. */
  abstract void noteRead(ThreadState thread, long word);
}
