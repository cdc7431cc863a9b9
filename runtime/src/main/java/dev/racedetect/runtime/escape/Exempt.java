package dev.racedetect.runtime.escape;

import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

/**
 * Exceptions that are no escapes, wherever they end: the program's own cancellation, and what a
 * shutdown does to tasks. Recognised by any exception of the chain of causes.
 *
 * <p>May miss: a task that fails for another reason but carries one of these as a cause, and a task
 * that a saturated pool rejected.
 */
final class Exempt {
  private static final int LONGEST_CHAIN = 50;

  private Exempt() {}

  static boolean is(Throwable thrown) {
    Throwable e = thrown;
    for (int i = 0; e != null && i < LONGEST_CHAIN; i++) {
      if (e instanceof CancellationException
          || e instanceof InterruptedException
          || e instanceof ClosedByInterruptException
          || e.getClass() == InterruptedIOException.class
          || e instanceof RejectedExecutionException
          || e.getClass().getName().equals("java.lang.ThreadDeath")) {
        return true;
      }
      e = ThrowableFields.cause(e);
    }
    return false;
  }

  /** The exception itself, for one that the JDK only wrapped to hand it over. */
  static Throwable unwrapped(Throwable thrown) {
    Throwable e = thrown;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      Throwable cause =
          e.getClass() == CompletionException.class || e.getClass() == ExecutionException.class
              ? ThrowableFields.cause(e)
              : null;
      if (cause == null) {
        return e;
      }
      e = cause;
    }
    return e;
  }
}
