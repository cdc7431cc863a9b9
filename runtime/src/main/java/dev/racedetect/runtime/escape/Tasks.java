package dev.racedetect.runtime.escape;

import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Finds what the application submitted inside of what the JDK makes of it. */
final class Tasks {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final String CONCURRENT = "java.util.concurrent.";

  /** A field of a JDK class that holds the task inside. */
  private static final class Inside {
    final Class<?> type;
    final long offset;
    final @Nullable Inside next;

    Inside(Class<?> type, long offset, @Nullable Inside next) {
      this.type = type;
      this.offset = offset;
      this.next = next;
    }
  }

  private static final @Nullable Inside INSIDES = insides();
  private static final long TARGET = offset("java.lang.Thread", "target");
  private static final long HOLDER = offset("java.lang.Thread", "holder");
  private static final long HOLDER_TASK = offset("java.lang.Thread$FieldHolder", "task");

  private Tasks() {}

  private static @Nullable Inside insides() {
    String[][] fields = {
      {"FutureTask", "callable"},
      {"Executors$RunnableAdapter", "task"},
      {"ForkJoinTask$AdaptedCallable", "callable"},
      {"ForkJoinTask$AdaptedRunnable", "runnable"},
      {"ForkJoinTask$AdaptedRunnableAction", "runnable"},
      {"ForkJoinTask$AdaptedInterruptibleCallable", "callable"},
      {"ForkJoinTask$AdaptedInterruptibleRunnable", "runnable"},
      {"ForkJoinTask$RunnableExecuteAction", "runnable"},
    };
    Inside list = null;
    for (String[] field : fields) {
      long offset = offset(CONCURRENT + field[0], field[1]);
      Class<?> type = type(CONCURRENT + field[0]);
      if (offset >= 0 && type != null) {
        list = new Inside(type, offset, list);
      }
    }
    return list;
  }

  private static @Nullable Class<?> type(String name) {
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException absentInThisJdk) {
      return null;
    }
  }

  static long offset(String type, String field) {
    Class<?> c = type(type);
    try {
      return c == null ? -1 : UNSAFE.objectFieldOffset(c, field);
    } catch (InternalError absentInThisJdk) {
      return -1;
    }
  }

  /** The innermost task; null if the JDK has let go of it. */
  static @Nullable Object innermost(@Nullable Object task) {
    Object inner = task;
    for (int depth = 0; inner != null && depth < 10; depth++) {
      Inside inside = INSIDES;
      while (inside != null && !inside.type.isInstance(inner)) {
        inside = inside.next;
      }
      if (inside == null) {
        return inner;
      }
      inner = UNSAFE.getReferenceVolatile(inner, inside.offset);
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
