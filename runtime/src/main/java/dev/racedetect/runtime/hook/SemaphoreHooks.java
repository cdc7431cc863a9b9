package dev.racedetect.runtime.hook;

import org.jspecify.annotations.Nullable;

/** {@code Semaphore.drainPermits} (catalogue SEM-3): an acquisition if it took any permit. */
public final class SemaphoreHooks {
  private SemaphoreHooks() {}

  /** After the permits were drained. */
  public static void drained(@Nullable Object semaphore, int permits) {
    if (permits > 0) {
      SyncHooks.acquire(semaphore);
    }
  }
}
