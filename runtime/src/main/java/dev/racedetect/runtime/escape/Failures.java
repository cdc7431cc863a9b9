package dev.racedetect.runtime.escape;

import dev.racedetect.runtime.sync.WeakIdentityMap;
import dev.racedetect.runtime.thread.ThreadFields;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** All exceptions that are the outcome of a future or that somebody has looked at, held weakly. */
final class Failures {
  private static final class ByThrowable extends WeakIdentityMap<Failure> {
    @Override
    protected Failure create(Object key) {
      return new Failure();
    }
  }

  private static final int DEEPEST = 50;

  private static final ByThrowable ALL = new ByThrowable();

  private Failures() {}

  static Failure of(Throwable thrown) {
    return ALL.of(Exempt.unwrapped(thrown));
  }

  static @Nullable Failure find(Throwable thrown) {
    return ALL.find(Exempt.unwrapped(thrown));
  }

  /** Notes that somebody looks at an exception, and so at what it carries with it. */
  static void observe(Throwable thrown) {
    observe(thrown, Failure.ANYBODY, DEEPEST);
  }

  /** Notes that an exception is thrown to the current thread, which asked for an outcome. */
  static void thrown(Throwable thrown) {
    observe(thrown, ThreadFields.id(Thread.currentThread()), DEEPEST);
  }

  private static void observe(Throwable thrown, long thread, int depth) {
    Throwable e = thrown;
    for (int left = depth; e != null && left > 0; left--) {
      ALL.of(e).observe(thread);
      ArrayList<?> suppressed = ThrowableFields.suppressed(e);
      if (suppressed != null) {
        for (int i = 0; i < suppressed.size(); i++) {
          if (suppressed.get(i) instanceof Throwable s) {
            observe(s, thread, left / 4);
          }
        }
      }
      e = ThrowableFields.cause(e);
    }
  }
}
