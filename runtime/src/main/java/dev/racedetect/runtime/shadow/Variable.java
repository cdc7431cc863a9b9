package dev.racedetect.runtime.shadow;

import org.jspecify.annotations.Nullable;

/**
 * Where the shadow state of one variable lies, as base object and offset; and, for reports, which
 * variable it is. Short-lived: escape analysis removes it from the path of an access.
 */
final class Variable {
  final Object base;
  final long writeOffset;
  final long readOffset;
  final Object setBase;
  final long setOffset;

  /** The object or array that holds the variable; the class object for a static field. */
  final Object owner;

  /** Null for array elements and collections. */
  final @Nullable ShadowField field;

  /** The shadow of a JDK object that is data; null for fields and array elements. */
  final @Nullable CollectionShadow collection;

  /** Index of an array's or list's element, else -1. */
  final int index;

  Variable(ShadowField field, Object owner) {
    this.base = owner;
    this.writeOffset = field.writeOffset();
    this.readOffset = field.readOffset();
    this.setBase = owner;
    this.setOffset = field.setOffset();
    this.owner = owner;
    this.field = field;
    this.collection = null;
    this.index = -1;
  }

  Variable(Object base, long writeOffset, Object setBase, long setOffset, Object array, int index) {
    this.base = base;
    this.writeOffset = writeOffset;
    this.readOffset = writeOffset + Long.BYTES;
    this.setBase = setBase;
    this.setOffset = setOffset;
    this.owner = array;
    this.field = null;
    this.collection = null;
    this.index = index;
  }

  Variable(
      Object base,
      long writeOffset,
      long readOffset,
      Object setBase,
      long setOffset,
      Object object,
      CollectionShadow collection,
      int index) {
    this.base = base;
    this.writeOffset = writeOffset;
    this.readOffset = readOffset;
    this.setBase = setBase;
    this.setOffset = setOffset;
    this.owner = object;
    this.field = null;
    this.collection = collection;
    this.index = index;
  }
}
