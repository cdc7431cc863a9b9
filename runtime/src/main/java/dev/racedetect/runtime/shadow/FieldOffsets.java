package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.sync.WeakIdentityMap;
import dev.racedetect.runtime.thread.OffsetLookup;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The fields with shadow state that objects of one class have, and its own static ones, by their
 * offset: what an access through {@code Unsafe} or a variable handle knows of its variable.
 */
final class FieldOffsets {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private static final class Tables extends WeakIdentityMap<FieldOffsets> {
    @Override
    protected FieldOffsets create(Object type) {
      return new FieldOffsets((Class<?>) type);
    }
  }

  private static final Tables TABLES = new Tables();

  private ShadowField[] fields = new ShadowField[4];
  private long[] offsets = new long[4];
  private int size;

  private final int[] initialisers;

  /** Offset of the freeze stamp that the class itself declares; absent if it has none. */
  private final long stamp;

  private FieldOffsets(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (ShadowField field : ClassFields.of(ClassFields.name(c))) {
        if (!field.isStatic() || c == type) {
          add(c, field);
        }
      }
    }
    initialisers = ClassFields.initialisers(ClassFields.name(type));
    stamp =
        type.getClassLoader() == null || type.isInterface() || type.isArray()
            ? OffsetLookup.ABSENT
            : OffsetLookup.of(type, ShadowField.STAMP);
  }

  /** A class of the same name in another loader may lack the field. */
  private void add(Class<?> declaring, ShadowField registered) {
    ShadowField field = registered.copy();
    if (!field.injectedInto(declaring)) {
      return;
    }
    if (size == fields.length) {
      ShadowField[] moreFields = new ShadowField[2 * size];
      System.arraycopy(fields, 0, moreFields, 0, size);
      fields = moreFields;
      long[] moreOffsets = new long[2 * size];
      System.arraycopy(offsets, 0, moreOffsets, 0, size);
      offsets = moreOffsets;
    }
    fields[size] = field;
    offsets[size] = UNSAFE.objectFieldOffset(declaring, field.name());
    size++;
  }

  /** The table of a class. */
  static FieldOffsets of(Class<?> type) {
    return TABLES.of(type);
  }

  /** The field at an offset; null if there is none with shadow state. */
  @Nullable ShadowField at(long offset, boolean isStatic) {
    for (int i = 0; i < size; i++) {
      if (offsets[i] == offset && fields[i].isStatic() == isStatic) {
        return fields[i];
      }
    }
    return null;
  }

  /** The instance fields with shadow state. */
  ShadowField[] instanceFields() {
    int n = 0;
    for (int i = 0; i < size; i++) {
      n += fields[i].isStatic() ? 0 : 1;
    }
    ShadowField[] found = new ShadowField[n];
    for (int i = size - 1; i >= 0; i--) {
      if (!fields[i].isStatic()) {
        found[--n] = fields[i];
      }
    }
    return found;
  }

  /** Where objects have the freeze stamp that the class declares; {@code OffsetLookup.ABSENT}. */
  long stamp() {
    return stamp;
  }

  /** Ids of the clocks of the class's initialisation; several if loaders share the name. */
  int[] initialisers() {
    return initialisers;
  }
}
