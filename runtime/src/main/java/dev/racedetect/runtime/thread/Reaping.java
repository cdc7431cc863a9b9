package dev.racedetect.runtime.thread;

import org.jspecify.annotations.Nullable;

/**
 * What a thread works on after it was collected, within what else: a finalizer may use a map with
 * weak keys, which empties its own queue of references meanwhile.
 */
public final class Reaping {
  /** A thread that leaves this many queues half emptied forgets those inside. */
  private static final int DEEPEST = 8;

  private final Object reaper;
  private final @Nullable Reaping outer;
  private final int depth;

  private Reaping(Object reaper, @Nullable Reaping outer) {
    this.reaper = reaper;
    this.outer = outer;
    this.depth = outer == null ? 1 : outer.depth + 1;
  }

  /** Work for {@code reaper} begins, or goes on; what was begun inside of it is over. */
  public static Reaping begin(@Nullable Reaping now, Object reaper) {
    Reaping same = find(now, reaper);
    if (same != null) {
      return same;
    }
    return new Reaping(reaper, now != null && now.depth == DEEPEST ? now.outer : now);
  }

  /** Work for {@code reaper} is over, with what was begun inside of it; null if nothing is left. */
  public static @Nullable Reaping end(@Nullable Reaping now, @Nullable Object reaper) {
    Reaping same = find(now, reaper);
    return same != null ? same.outer : now;
  }

  private static @Nullable Reaping find(@Nullable Reaping now, @Nullable Object reaper) {
    Reaping at = now;
    while (at != null && at.reaper != reaper) {
      at = at.outer;
    }
    return at;
  }
}
