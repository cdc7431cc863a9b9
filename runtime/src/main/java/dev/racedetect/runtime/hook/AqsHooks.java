package dev.racedetect.runtime.hook;

import org.jspecify.annotations.Nullable;

/**
 * The state word of a synchroniser that an application derives from {@code
 * AbstractQueuedSynchronizer} (catalogue C4). Those of the JDK are modelled at their public
 * methods: their state words would order what nobody promised. Called by woven JDK methods; null is
 * ignored.
 */
public final class AqsHooks {
  private AqsHooks() {}

  /** After the state was read. */
  public static void acquire(@Nullable Object sync) {
    if (ofApplication(sync)) {
      SyncHooks.acquire(sync);
    }
  }

  /** Before the state is written. */
  public static void release(@Nullable Object sync) {
    if (ofApplication(sync)) {
      SyncHooks.release(sync);
    }
  }

  /** Before the state is compared and set. */
  public static @Nullable Object attempt(@Nullable Object sync) {
    return ofApplication(sync) ? SyncHooks.attempt(sync) : null;
  }

  private static boolean ofApplication(@Nullable Object sync) {
    return sync != null && sync.getClass().getClassLoader() != null;
  }
}
