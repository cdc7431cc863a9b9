package dev.racedetect.runtime.thread;

import jdk.internal.misc.Unsafe;

/**
 * Looks for fields that may not be there, without a trace in the thread that asks.
 *
 * <p>The JVM answers for an absent field with an {@code InternalError}. Whenever it throws a {@code
 * VirtualMachineError}, it forgets what the thread knows of its scoped values (JEP 506) and finds
 * it again on the stack when it is asked; but a {@code StructuredTaskScope} that was opened before
 * compares, and refuses to fork: "Scoped value bindings have changed".
 */
public final class OffsetLookup {
  /** The answer for a field that the class does not declare. */
  public static final long ABSENT = -1;

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Where a thread has its bindings; {@link #ABSENT} on a JDK without scoped values. */
  private static final long BINDINGS = ask(Thread.class, "scopedValueBindings");

  private OffsetLookup() {}

  /**
   * Where a class, or its objects, have a field.
   *
   * @param declaring no array class: the JVM would end
   * @return {@link #ABSENT} if it declares none of the name
   */
  public static long of(Class<?> declaring, String field) {
    if (BINDINGS == ABSENT) {
      return ask(declaring, field);
    }
    Thread thread = Thread.currentThread();
    Object bindings = UNSAFE.getReference(thread, BINDINGS);
    long offset = ask(declaring, field);
    if (offset == ABSENT) {
      UNSAFE.putReference(thread, BINDINGS, bindings);
    }
    return offset;
  }

  private static long ask(Class<?> declaring, String field) {
    try {
      return UNSAFE.objectFieldOffset(declaring, field);
    } catch (InternalError absent) {
      return ABSENT;
    }
  }
}
