package dev.racedetect.runtime.thread;

import dev.racedetect.runtime.sync.SyncClock;
import org.jspecify.annotations.Nullable;

/** One lock in the immutable stack of locks that a thread holds, newest first. */
public final class HeldLock {
  private final @Nullable Object lock;
  private final @Nullable String description;
  private final int context;
  private final @Nullable SyncClock clock;
  private final @Nullable HeldLock below;

  /**
   * A lock that was just taken.
   *
   * @param lock the lock object
   * @param context depot index of the place where it was taken, 0 if unknown
   * @param clock the lock's clock, for the release; null if the release finds it by itself
   * @param below the locks taken before; null for the outermost
   */
  public HeldLock(Object lock, int context, @Nullable SyncClock clock, @Nullable HeldLock below) {
    this(lock, null, context, clock, below);
  }

  private HeldLock(
      @Nullable Object lock,
      @Nullable String description,
      int context,
      @Nullable SyncClock clock,
      @Nullable HeldLock below) {
    this.lock = lock;
    this.description = description;
    this.context = context;
    this.clock = clock;
    this.below = below;
  }

  /** The lock itself; null where only the history speaks of it. */
  public @Nullable Object lock() {
    return lock;
  }

  /** The lock's clock; null if its release finds it by itself. */
  public @Nullable SyncClock clock() {
    return clock;
  }

  /** Depot index of the place where it was taken, 0 if unknown. */
  public int context() {
    return context;
  }

  /** The lock taken before; null for the outermost. */
  public @Nullable HeldLock below() {
    return below;
  }

  /**
   * The newest entry of a monitor in this stack, null if there is none. Entries of the same object
   * as another kind of lock have no clock here and do not count.
   */
  public static @Nullable HeldLock monitor(@Nullable HeldLock newest, Object monitor) {
    HeldLock h = newest;
    while (h != null && (h.lock != monitor || h.clock == null)) {
      h = h.below;
    }
    return h;
  }

  /** What reports call it: simple class name and identity hash. */
  public String description() {
    Object o = lock;
    if (o == null) {
      return description == null ? "?" : description;
    }
    String name = o instanceof Class<?> c ? c.getName() + ".class" : o.getClass().getTypeName();
    if (!(o instanceof Class<?>)) {
      name = name.substring(name.lastIndexOf('.') + 1);
    }
    return name + "@" + Integer.toHexString(System.identityHashCode(o));
  }

  /** This stack without the newest entry for the given lock; itself if the lock is not in it. */
  @Nullable HeldLock without(Object released) {
    if (lock == released) {
      return below;
    }
    if (below == null) {
      return this;
    }
    HeldLock rest = below.without(released);
    return rest == below ? this : new HeldLock(lock, description, context, clock, rest);
  }

  /** The same stack without the lock objects, so that the history of an ended thread keeps none. */
  HeldLock detached() {
    HeldLock rest = below == null ? null : below.detached();
    return new HeldLock(null, description(), context, null, rest);
  }
}
