package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.thread.ThreadFields;
import org.jspecify.annotations.Nullable;

/**
 * A release that was published before its operation, whose outcome is not known yet ({@code
 * compareAndSet}, {@code putIfAbsent}). It stands unless it is {@linkplain #undo undone}.
 *
 * <p>Until then a thread that acquires takes it for a release. Where the operation is known to be
 * short, a reader {@linkplain SyncClock#acquireSettled waits} for the outcome, so that one that
 * fails orders nobody, unless it takes longer than a reader's patience. Elsewhere (a map whose keys
 * are compared by application code) it may, and hides a race.
 */
public final class Attempt extends Snapshot {
  /** How often a waiter looks before it looks at the time too. */
  private static final int SPINS = 200;

  /**
   * How long a waiter waits at most, in nanoseconds. The first execution of an operation has the
   * JVM link its method handle, which takes milliseconds. One that threw is never settled.
   */
  private static final long PATIENCE = 20_000_000;

  private final SyncClock clock;

  /** What the clock held; this attempt itself where there is nothing to be put back. */
  private volatile @Nullable Snapshot before;

  /** Whether a reader should wait for the outcome. */
  private volatile boolean open;

  Attempt(SyncClock clock, @Nullable Snapshot before, Snapshot published, boolean open) {
    super(published.clock(), published.epoch(), published.implied());
    this.clock = clock;
    this.before = before;
    this.open = open;
  }

  /** Where it was published. */
  public SyncClock at() {
    return clock;
  }

  /** The operation failed: takes the release back, unless somebody else has published since. */
  public void undo() {
    Snapshot earlier = before;
    if (earlier != this) {
      clock.replace(this, earlier);
    }
    keep();
  }

  /** The operation succeeded. */
  public void keep() {
    before = this;
    open = false;
  }

  /** It was published over: it cannot be undone any more, and need not keep what was before it. */
  void superseded() {
    before = this;
  }

  /** Whether its outcome is still to be waited for. */
  boolean open() {
    return open;
  }

  /** Waits for its outcome for some time. */
  @SuppressWarnings("ThreadPriorityCheck") // for speed, not for correctness
  void await() {
    for (int i = 0; open && i < SPINS; i++) {
      Thread.onSpinWait();
    }
    if (open) {
      boolean virtual = ThreadFields.virtual(Thread.currentThread());
      long start = System.nanoTime();
      while (open && System.nanoTime() - start < PATIENCE) {
        if (virtual) {
          Thread.onSpinWait();
        } else {
          Thread.yield();
        }
      }
      open = false;
    }
  }
}
