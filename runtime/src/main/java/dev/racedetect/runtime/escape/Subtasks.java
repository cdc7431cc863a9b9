package dev.racedetect.runtime.escape;

import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of the subtasks of a {@code StructuredTaskScope} (JEP 505): of a scope whose joiner
 * makes {@code join} throw, one failure stands for all; of any other, somebody has to ask the
 * subtask. The scope's own joiners ask their subtasks too, which is not the program's looking.
 */
public final class Subtasks {
  private static final String SCOPE = "java.util.concurrent.StructuredTaskScope";
  private static final String JOINERS = "java.util.concurrent.Joiners";
  private static final String SUBTASK = SCOPE + "Impl$SubtaskImpl";
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Looked up by the first subtask that fails. */
  private static final class Fields {
    static final long SCOPE_OF = Tasks.offset(SUBTASK, "scope");
    static final long RESULT = Tasks.offset(SUBTASK, "result");
    static final long EXCEPTION = Tasks.offset(SUBTASK + "$AltResult", "exception");
    static final long JOINER = Tasks.offset(SCOPE + "Impl", "joiner");
  }

  private Subtasks() {}

  /** The exception in the result of a subtask, which has the scope's own form; null for another. */
  private static @Nullable Throwable exception(@Nullable Object result) {
    return result != null
            && Tasks.isNamed(result.getClass(), SUBTASK + "$AltResult")
            && UNSAFE.getReference(result, Fields.EXCEPTION) instanceof Throwable thrown
        ? thrown
        : null;
  }

  /** After a subtask got its result, and before its scope's joiner is told. */
  public static void completed(Object subtask, Object result) {
    Throwable thrown = exception(result);
    if (thrown == null) {
      return;
    }
    Outcomes.threw(thrown);
    String lost =
        "nobody will learn that the subtask failed: ask it for its exception() after join";
    Outcomes.await(thrown, How.FUTURE_UNOBSERVED, Tasks.innermost(subtask), true, lost, 0);
    Object scope = UNSAFE.getReference(subtask, Fields.SCOPE_OF);
    Object joiner = scope == null ? null : UNSAFE.getReference(scope, Fields.JOINER);
    if (joiner != null && throwing(joiner.getClass())) {
      Failures.of(thrown).join(Outcomes.groupOf(joiner));
    }
  }

  /** Whether one failure makes {@code join} throw, so that nobody is to look at others. */
  private static boolean throwing(Class<?> joiner) {
    return Tasks.isNamed(joiner, JOINERS + "$AllSuccessful")
        || Tasks.isNamed(joiner, JOINERS + "$AwaitSuccessful")
        || Tasks.isNamed(joiner, JOINERS + "$AnySuccessful");
  }

  /** When somebody asks a subtask for its state, result or exception. */
  public static void asked(Object subtask) {
    Throwable thrown = exception(UNSAFE.getReferenceVolatile(subtask, Fields.RESULT));
    if (thrown != null && !askedByScope(new StackNote().frames())) {
      Failures.observe(thrown);
    }
  }

  private static boolean askedByScope(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName();
      if (!name.equals(SUBTASK)) {
        return name.startsWith(SCOPE) || name.startsWith(JOINERS);
      }
    }
    return false;
  }

  /** When a joiner that wants any subtask's success has one: nobody has to look at failures. */
  public static void won(Object joiner) {
    Outcomes.groupOf(joiner).observe();
  }
}
