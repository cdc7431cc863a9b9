package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * The pending counts of {@code CountedCompleter} (catalogue E6): a step orders the child before the
 * completion that finds the count at zero, and not before the other children. Called by woven JDK
 * methods; null is ignored.
 */
public final class PendingHooks {
  private PendingHooks() {}

  /** After a step was tried. */
  public static void stepped(@Nullable Object attempt, boolean succeeded) {
    if (!succeeded && attempt instanceof Attempt release) {
      release.undo();
    }
  }

  /** Before the action of a completer whose count was found at zero. */
  public static void reached(@Nullable Object completer, @Nullable Object caller) {
    SyncHooks.acquire(completer);
  }
}
