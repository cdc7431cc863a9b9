package dev.racedetect.runtime.escape;

import dev.racedetect.runtime.race.ThreadFacts;
import dev.racedetect.runtime.thread.ThreadFields;
import jdk.internal.misc.Unsafe;

/** Reads threads without calling what an application may override. */
final class Threads {
  static final StackTraceElement[] NOWHERE = new StackTraceElement[0];

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long HANDLER = Tasks.offset("java.lang.Thread", "uncaughtExceptionHandler");
  private static final long INTERRUPTED = Tasks.offset("java.lang.Thread", "interrupted");

  private Threads() {}

  static ThreadFacts facts(Thread thread, StackTraceElement[] startedAt) {
    return new ThreadFacts(
        ThreadFields.id(thread),
        thread.getName(),
        ThreadFields.virtual(thread),
        false,
        null,
        startedAt);
  }

  static boolean isVirtual(Thread thread) {
    return ThreadFields.virtual(thread);
  }

  /** Whether a handler was set for this very thread. */
  static boolean hasHandler(Thread thread) {
    return HANDLER >= 0 && UNSAFE.getReferenceVolatile(thread, HANDLER) != null;
  }

  /** Whether the thread is interrupted; no happens-before edge comes of this look. */
  static boolean isInterrupted(Thread thread) {
    return INTERRUPTED >= 0 && UNSAFE.getBooleanVolatile(thread, INTERRUPTED);
  }
}
