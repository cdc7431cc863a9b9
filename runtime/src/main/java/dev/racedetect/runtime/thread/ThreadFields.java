package dev.racedetect.runtime.thread;

import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the runtime needs of {@link Thread} without calling methods that an application may
 * override ({@code getId} was not final before JDK 19).
 */
public final class ThreadFields {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long TID = UNSAFE.objectFieldOffset(Thread.class, "tid");

  /** {@code java.lang.BaseVirtualThread}, or null on a JDK without virtual threads. */
  private static final @Nullable Class<?> VIRTUAL = find("java.lang.BaseVirtualThread");

  /** {@code jdk.internal.misc.CarrierThread}, or null on a JDK without virtual threads. */
  private static final @Nullable Class<?> CARRIER = find("jdk.internal.misc.CarrierThread");

  private ThreadFields() {}

  private static @Nullable Class<?> find(String name) {
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException absentBefore19) {
      return null;
    }
  }

  /** The thread identifier. */
  public static long id(Thread thread) {
    return UNSAFE.getLong(thread, TID);
  }

  /** Whether it is a virtual thread. */
  public static boolean virtual(Thread thread) {
    return VIRTUAL != null && VIRTUAL.isInstance(thread);
  }

  /** Whether it carries virtual threads and never runs application code as itself. */
  static boolean carrier(Thread thread) {
    return CARRIER != null && CARRIER.isInstance(thread);
  }
}
