package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.thread.Reaping;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Threads that work on what the garbage collector has found unreachable: finalizers, cleaners, and
 * threads that take references out of their queue (catalogue REF-7). All that was done to such an
 * object has been done when its turn comes, although the specification orders only constructors and
 * {@code reachabilityFence} before it.
 *
 * <p>While a thread is at it, its accesses to fields of objects and to arrays never complete a
 * race; those to static fields do. That may miss a race of a cleaning action with something that is
 * still in use, unless the other access comes second. It may miss more on a thread that leaves
 * collected references in a queue and does not look there again.
 */
public final class ReaperHooks {
  private ReaperHooks() {}

  /** Before a finalizer or cleaning action. */
  public static void collected(@Nullable Object reaper) {
    ThreadState thread = MuteHooks.alive();
    if (thread != null && reaper != null) {
      thread.reaping = Reaping.begin(thread.reaping, reaper);
    }
  }

  /** After it. */
  public static void done(@Nullable Object reaper) {
    ThreadState thread = MuteHooks.alive();
    if (thread != null && thread.reaping != null) {
      thread.reaping = Reaping.end(thread.reaping, reaper);
    }
  }

  /**
   * After a look into a queue of references. What the collector has put there is worked on until
   * the thread looks again and finds nothing, or something that the application has put there.
   */
  public static void taken(@Nullable Object queue, @Nullable Object reference) {
    ThreadState thread = MuteHooks.alive();
    if (thread != null && reference != null && !TaskHooks.submitted(thread, reference)) {
      collected(queue);
    } else {
      done(queue);
    }
  }
}
