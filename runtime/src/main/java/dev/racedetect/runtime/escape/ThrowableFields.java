package dev.racedetect.runtime.escape;

import java.util.ArrayList;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Reads an exception without calling anything of it: {@code getMessage}, {@code getCause} and
 * {@code fillInStackTrace} may be the application's.
 */
final class ThrowableFields {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long MESSAGE = offset("detailMessage");
  private static final long CAUSE = offset("cause");
  private static final long SUPPRESSED = offset("suppressedExceptions");
  private static final long STACK = offset("stackTrace");
  private static final long BACKTRACE = offset("backtrace");
  private static final long DEPTH = offset("depth");

  private ThrowableFields() {}

  private static long offset(String field) {
    return UNSAFE.objectFieldOffset(Throwable.class, field);
  }

  static @Nullable String message(Throwable of) {
    return (String) UNSAFE.getReference(of, MESSAGE);
  }

  /** The cause; null if there is none. An overridden {@code getCause} is not asked. */
  static @Nullable Throwable cause(Throwable of) {
    Throwable cause = (Throwable) UNSAFE.getReferenceVolatile(of, CAUSE);
    return cause == of ? null : cause;
  }

  /** The suppressed exceptions, if they are in a list of the JDK; null if there are none. */
  @SuppressWarnings("NonApiType") // a list of another class would be application code
  static @Nullable ArrayList<?> suppressed(Throwable of) {
    Object list = UNSAFE.getReference(of, SUPPRESSED);
    return list != null && list.getClass() == ArrayList.class ? (ArrayList<?>) list : null;
  }

  /**
   * Makes one exception share the stack of another, without the cost of making it readable. The
   * stack is either readable already or still in the JVM's own form; the array of the readable form
   * is never changed once it is there.
   */
  static void shareStack(Throwable from, Throwable to) {
    UNSAFE.putInt(to, DEPTH, UNSAFE.getInt(from, DEPTH));
    UNSAFE.putReference(to, BACKTRACE, UNSAFE.getReference(from, BACKTRACE));
    Object readable = UNSAFE.getReference(from, STACK);
    if (readable != null) {
      UNSAFE.putReference(to, STACK, readable);
    }
  }
}
