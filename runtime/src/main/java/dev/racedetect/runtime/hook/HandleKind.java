package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.ElementBases;
import dev.racedetect.runtime.shadow.Place;
import dev.racedetect.runtime.thread.OffsetLookup;
import java.lang.invoke.VarHandle;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * How one variable handle finds its variable from the coordinates. Read from the fields of the
 * handle's implementation, once; never refers to the handle itself.
 */
final class HandleKind {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private enum Form {
    INSTANCE_FIELD,
    STATIC_FIELD,
    ARRAY,
    BYTE_ARRAY_VIEW,
    BYTE_BUFFER_VIEW,
    WRAPPER,
    UNKNOWN
  }

  private final Form form;

  /** Offset of the field that the handle designates; for the other forms not used. */
  private final long offset;

  /** Where a handle of a static field has its base, and a wrapper its target. */
  private final long link;

  /** Size in bytes of what a view accesses. */
  private final int size;

  private HandleKind(Form form, long offset, long link, int size) {
    this.form = form;
    this.offset = offset;
    this.link = link;
    this.size = size;
  }

  static HandleKind of(VarHandle handle) {
    String name = handle.getClass().getName();
    if (name.contains("$FieldInstance") || name.contains("$FieldStatic")) {
      return field(handle, name.contains("$FieldStatic"));
    }
    if (name.endsWith("$Array")) {
      return new HandleKind(Form.ARRAY, 0, 0, 0);
    }
    if (name.endsWith("$ArrayHandle")) {
      return new HandleKind(Form.BYTE_ARRAY_VIEW, 0, 0, size(handle.varType()));
    }
    if (name.endsWith("$ByteBufferHandle")) {
      return new HandleKind(Form.BYTE_BUFFER_VIEW, 0, 0, size(handle.varType()));
    }
    if (name.endsWith(".IndirectVarHandle") || name.endsWith(".LazyInitializingVarHandle")) {
      return wrapper(handle);
    }
    return new HandleKind(Form.UNKNOWN, 0, 0, 0);
  }

  private static HandleKind field(VarHandle handle, boolean isStatic) {
    long number = link(handle, "fieldOffset");
    long base = isStatic ? link(handle, "base") : 0;
    if (number < 0 || base < 0) {
      return new HandleKind(Form.UNKNOWN, 0, 0, 0);
    }
    Form form = isStatic ? Form.STATIC_FIELD : Form.INSTANCE_FIELD;
    return new HandleKind(form, UNSAFE.getLong(handle, number), base, 0);
  }

  /** A handle around another one: where its coordinates are the same, so is the variable. */
  private static HandleKind wrapper(VarHandle handle) {
    long link = link(handle, "target");
    if (link < 0) {
      return new HandleKind(Form.UNKNOWN, 0, 0, 0);
    }
    VarHandle target = (VarHandle) UNSAFE.getReferenceVolatile(handle, link);
    boolean same = target.coordinateTypes().equals(handle.coordinateTypes());
    return new HandleKind(same ? Form.WRAPPER : Form.UNKNOWN, 0, link, 0);
  }

  /** Where the handle's implementation has a field; negative if it is another one. */
  private static long link(Object handle, String name) {
    long link = OffsetLookup.ABSENT;
    for (Class<?> c = handle.getClass();
        c != VarHandle.class && link == OffsetLookup.ABSENT;
        c = c.getSuperclass()) {
      link = OffsetLookup.of(c, name);
    }
    return link;
  }

  private static int size(Class<?> type) {
    if (type == long.class || type == double.class) {
      return Long.BYTES;
    }
    return type == int.class || type == float.class ? Integer.BYTES : Short.BYTES;
  }

  /**
   * The variable; null if the access will throw.
   *
   * @param first the first coordinate if it is a reference
   * @param index the last coordinate if it is a number
   */
  @Nullable Place place(VarHandle handle, @Nullable Object first, long index) {
    switch (form) {
      case STATIC_FIELD:
        return Place.of(UNSAFE.getReference(handle, link), offset, 0);
      case WRAPPER:
        VarHandle target = (VarHandle) UNSAFE.getReferenceVolatile(handle, link);
        return VarHandleHooks.place(target, first, index);
      case UNKNOWN:
        return unknown(handle, first);
      default:
        return first == null ? null : reached(first, index);
    }
  }

  private @Nullable Place reached(Object first, long index) {
    switch (form) {
      case INSTANCE_FIELD:
        return Place.of(first, offset, 0);
      case ARRAY:
        return first.getClass().isArray() && index == (int) index
            ? Place.element(first, (int) index)
            : null;
      case BYTE_ARRAY_VIEW:
        return Place.of(first, ElementBases.BYTE + index, size);
      default:
        return first instanceof java.nio.ByteBuffer buffer
            ? Place.inBuffer(buffer, index, size)
            : null;
    }
  }

  /** A handle of a kind that is not known. All memory segments count as one: they overlap. */
  private static Place unknown(VarHandle handle, @Nullable Object first) {
    if (first != null && first.getClass().getName().startsWith("jdk.internal.foreign.")) {
      return Place.of(null, 0, 0);
    }
    return Place.unknown(first == null ? handle : first, handle);
  }
}
