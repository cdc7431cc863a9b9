package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.clock.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A release that was published before its operation, whose outcome is not known yet ({@code
 * compareAndSet}, {@code putIfAbsent}). It stands unless it is {@linkplain #undo undone}.
 *
 * @param clock where it was published
 * @param before what the clock held; null for nothing
 * @param after what it holds since, unless somebody else has released
 */
public record Attempt(SyncClock clock, @Nullable Snapshot before, Snapshot after) {
  /** The operation failed: takes the release back, unless somebody else has published since. */
  public void undo() {
    clock.undo(this);
  }
}
