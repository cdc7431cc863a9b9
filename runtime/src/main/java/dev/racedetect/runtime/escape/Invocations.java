package dev.racedetect.runtime.escape;

import dev.racedetect.runtime.sync.WeakIdentityMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code invokeAll} and {@code invokeAny} of an {@code ExecutorService} make of the failures
 * of their tasks: of the former's one that is looked at stands for all, of the latter's nobody has
 * to look at any.
 */
public final class Invocations {

  /** What a thread awaits inside {@code invokeAll}. Only that thread uses it. */
  private static final class Awaited {
    @Nullable Object future;

    /** The failures of the call, of which one stands for all; null while there is none. */
    @Nullable Group failures;

    /**
     * Goes on to the next future, null after the last. The one before is done, but {@code isDone}
     * is true a little before a failure can be seen.
     */
    void next(@Nullable Object next) {
      Object done = future;
      if (done != null && done != next && Outcomes.mayFail(done)) {
        Group group = failures;
        if (group == null) {
          group = new Group(true);
          failures = group;
        }
        Outcomes.join(done, group);
      }
      future = next;
    }
  }

  private static final class ByThread extends WeakIdentityMap<Awaited> {
    @Override
    protected Awaited create(Object key) {
      return new Awaited();
    }
  }

  private static final ByThread AWAITED = new ByThread();

  private Invocations() {}

  /** Whether the current thread is inside {@code invokeAll} and waits for this future. */
  static boolean awaits(Object future) {
    Awaited awaited = AWAITED.find(Thread.currentThread());
    return awaited != null && awaited.future == future;
  }

  /** Before {@code invokeAll} waits for a future of its own, whose outcome it does not look at. */
  public static void awaiting(@Nullable Object future) {
    AWAITED.of(Thread.currentThread()).next(future);
  }

  /** When {@code invokeAll} is over. */
  public static void awaited() {
    Awaited awaited = AWAITED.find(Thread.currentThread());
    if (awaited != null) {
      awaited.next(null);
      awaited.failures = null;
    }
  }

  /** The futures of {@code invokeAny}, when it has its result or gives up. */
  public static void lost(Object futures) {
    if (futures instanceof java.util.ArrayList<?> list) {
      for (int i = 0; i < list.size(); i++) {
        Object future = list.get(i);
        if (future != null && Outcomes.mayFail(future)) {
          Outcomes.lost(future);
        }
      }
    }
  }
}
