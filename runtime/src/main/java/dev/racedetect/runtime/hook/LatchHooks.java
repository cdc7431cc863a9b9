package dev.racedetect.runtime.hook;

import org.jspecify.annotations.Nullable;

/**
 * {@code CountDownLatch} (catalogue C6). The key is the latch's synchroniser, whose state is the
 * count. Called by woven JDK methods; a null key is ignored.
 */
public final class LatchHooks {
  /** Looked up by the first latch: the class is loaded then. */
  private static final class Fields {
    static final long STATE =
        JdkFields.offset("java.util.concurrent.locks.AbstractQueuedSynchronizer", "state");
  }

  private LatchHooks() {}

  /** Before a step of the count; once it is zero nothing is released any more (CDL-3). */
  public static void countingDown(@Nullable Object sync) {
    if (sync != null && JdkFields.intAt(sync, Fields.STATE) > 0) {
      SyncHooks.release(sync);
    }
  }

  /** After the count was read. */
  public static void counted(@Nullable Object sync, long count) {
    if (count == 0) {
      SyncHooks.acquire(sync);
    }
  }
}
