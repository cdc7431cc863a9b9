package dev.racedetect.runtime.escape;

import dev.racedetect.runtime.thread.ThreadFields;
import org.jspecify.annotations.Nullable;

/**
 * The function of {@code supplyAsync} or {@code runAsync} that each thread runs, so that a failed
 * stage can tell where it was submitted. A small table by thread, written without any order: an
 * entry may be gone, or be an older one of the same thread.
 */
final class RunningFunctions {
  private static final int SIZE = 256;

  private static final class Running {
    final Thread thread;
    final Object function;

    Running(Thread thread, Object function) {
      this.thread = thread;
      this.function = function;
    }
  }

  private static final @Nullable Running[] TABLE = new Running[SIZE];

  private RunningFunctions() {}

  static void begin(Object function) {
    Thread thread = Thread.currentThread();
    TABLE[(int) ThreadFields.id(thread) & SIZE - 1] = new Running(thread, function);
  }

  static void end() {
    TABLE[(int) ThreadFields.id(Thread.currentThread()) & SIZE - 1] = null;
  }

  /** What this thread runs; null if that is not known. */
  static @Nullable Object current() {
    Thread thread = Thread.currentThread();
    Running running = TABLE[(int) ThreadFields.id(thread) & SIZE - 1];
    return running != null && running.thread == thread ? running.function : null;
  }
}
