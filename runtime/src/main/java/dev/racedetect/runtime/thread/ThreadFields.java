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
  private static final @Nullable Class<?> VIRTUAL = virtualThreadClass();

  private ThreadFields() {}

  private static @Nullable Class<?> virtualThreadClass() {
    try {
      return Class.forName("java.lang.BaseVirtualThread", false, null);
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
}
