package dev.racedetect.runtime.escape;

import dev.racedetect.runtime.thread.OffsetLookup;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Finds what the application submitted inside of what the JDK makes of it. */
final class Tasks {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final String CONCURRENT = "java.util.concurrent.";

  /**
   * Classes of {@code java.util.concurrent} and their fields that hold the task inside. By name:
   * looking for the classes would load them.
   */
  private static final String[] INSIDES = {
    CONCURRENT + "FutureTask", "callable",
    CONCURRENT + "Executors$RunnableAdapter", "task",
    CONCURRENT + "ForkJoinTask$AdaptedCallable", "callable",
    CONCURRENT + "ForkJoinTask$AdaptedRunnable", "runnable",
    CONCURRENT + "ForkJoinTask$AdaptedRunnableAction", "runnable",
    CONCURRENT + "ForkJoinTask$AdaptedInterruptibleCallable", "callable",
    CONCURRENT + "ForkJoinTask$AdaptedInterruptibleRunnable", "runnable",
    CONCURRENT + "ForkJoinTask$RunnableExecuteAction", "runnable",
    CONCURRENT + "StructuredTaskScopeImpl$SubtaskImpl", "task",
  };

  /** The lambda that a scope makes of a {@code Runnable}, and what it has captured. */
  private static final String FORKED = CONCURRENT + "StructuredTaskScopeImpl$$Lambda";

  private static final String CAPTURED = "arg$1";

  private static final long TARGET = offset("java.lang.Thread", "target");
  private static final long HOLDER = offset("java.lang.Thread", "holder");
  private static final long HOLDER_TASK = offset("java.lang.Thread$FieldHolder", "task");

  private Tasks() {}

  /** Where objects of a class hold the task inside, -1 if they do not. */
  private static long inside(Class<?> type) {
    if (type.isHidden() && type.getName().startsWith(FORKED)) {
      return offset(type, CAPTURED);
    }
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (int i = 0; i < INSIDES.length; i += 2) {
        if (isNamed(c, INSIDES[i])) {
          return offset(c, INSIDES[i + 1]);
        }
      }
    }
    return -1;
  }

  /** Whether it is the JDK's class of that name. */
  static boolean isNamed(Class<?> type, String name) {
    return type.getClassLoader() == null && type.getName().equals(name);
  }

  private static @Nullable Class<?> type(String name) {
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException absentInThisJdk) {
      return null;
    }
  }

  /** Where a field of a class is, which this loads; -1 if this JDK has no such field. */
  static long offset(String type, String field) {
    Class<?> c = type(type);
    return c == null ? -1 : offset(c, field);
  }

  static long offset(Class<?> type, String field) {
    return OffsetLookup.of(type, field);
  }

  /** The innermost task; null if the JDK has let go of it. */
  static @Nullable Object innermost(@Nullable Object task) {
    Object inner = task;
    for (int depth = 0; inner != null && depth < 10; depth++) {
      long offset = inside(inner.getClass());
      if (offset < 0) {
        return inner;
      }
      inner = UNSAFE.getReferenceVolatile(inner, offset);
    }
    return inner;
  }

  /** What a platform thread runs: its target, or itself if it has none. */
  static Object ofThread(Thread thread) {
    Object target = null;
    if (TARGET >= 0) {
      target = UNSAFE.getReference(thread, TARGET);
    } else if (HOLDER >= 0 && HOLDER_TASK >= 0) {
      Object holder = UNSAFE.getReference(thread, HOLDER);
      target = holder == null ? null : UNSAFE.getReference(holder, HOLDER_TASK);
    }
    return target == null ? thread : target;
  }
}
