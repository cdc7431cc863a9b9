package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.Place;
import dev.racedetect.runtime.sync.Attempt;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Called around low-level accesses: variable handles, {@code Unsafe}, field updaters, reflection. A
 * place of null is ignored, because the access itself throws. Site 0 is that of a class whose
 * accesses are not checked; its synchronisation counts.
 *
 * <p>An access that throws after its release was published leaves an edge that it should not; that
 * may hide a race.
 */
public final class PlaceHooks {
  private static final class Pending {
    final @Nullable Attempt attempt;
    final long epoch;

    Pending(@Nullable Attempt attempt, long epoch) {
      this.attempt = attempt;
      this.epoch = epoch;
    }
  }

  private PlaceHooks() {}

  /** After a plain read. */
  public static void afterPlainRead(
      @Nullable Place place, ThreadState thread, long context, int site) {
    ThreadState now = now(thread);
    if (place != null && !Periods.paused(now)) {
      place.used(now);
      if (site != 0) {
        place.read(now, context, site);
      }
    }
  }

  /** After a plain write. */
  public static void afterPlainWrite(
      @Nullable Place place, ThreadState thread, long context, int site) {
    ThreadState now = now(thread);
    if (place != null && !Periods.paused(now)) {
      place.used(now);
      if (site != 0) {
        place.write(now, context, site);
      }
    }
  }

  /**
   * Before an atomic access that cannot fail.
   *
   * @param effect bits of {@link Effect}
   */
  public static void before(
      @Nullable Place place, int effect, ThreadState thread, long context, int site) {
    ThreadState now = now(thread);
    if (place == null || (effect & Effect.WRITE) == 0 || Periods.paused(now)) {
      return;
    }
    if ((effect & Effect.ACQUIRE) != 0) {
      acquire(place, now);
    }
    if (site != 0) {
      place.atomicWrite(now, context, site);
    }
    if ((effect & Effect.RELEASE) != 0) {
      place.clockForRelease().release(now);
    } else {
      FenceHooks.beforeWrite(place, now);
    }
  }

  /** After an atomic access that cannot fail. */
  public static void after(
      @Nullable Place place, int effect, ThreadState thread, long context, int site) {
    ThreadState now = now(thread);
    if (place == null || Periods.paused(now)) {
      return;
    }
    place.used(now);
    if ((effect & Effect.READ) == 0) {
      return;
    }
    if ((effect & (Effect.ACQUIRE | Effect.WRITE)) == Effect.ACQUIRE) {
      SyncClock clock = place.clock();
      if (clock != null) {
        clock.acquireSettled(now);
      }
    } else {
      afterRead(place, effect, now);
    }
    if ((effect & Effect.WRITE) == 0 && site != 0) {
      place.atomicRead(now, context, site);
    }
  }

  /**
   * Before a compare-and-set.
   *
   * @return what to hand to {@link #settle}
   */
  public static @Nullable Object attempt(@Nullable Place place, int effect, ThreadState thread) {
    ThreadState now = now(thread);
    if (place == null || Periods.paused(now)) {
      return null;
    }
    long epoch = now.publishedEpoch();
    Attempt attempt = null;
    if ((effect & Effect.RELEASE) != 0) {
      attempt = place.clockForRelease().shortAttempt(now);
    } else {
      FenceHooks.beforeWrite(place, now);
    }
    return new Pending(attempt, epoch);
  }

  /** After a compare-and-set. It has read also when it failed. */
  public static void settle(
      @Nullable Place place,
      @Nullable Object attempt,
      boolean succeeded,
      int effect,
      ThreadState thread,
      long context,
      int site) {
    ThreadState now = now(thread);
    Pending pending = (Pending) attempt;
    if (pending != null && pending.attempt != null) {
      if (succeeded) {
        pending.attempt.keep();
      } else {
        pending.attempt.undo();
      }
    }
    if (place == null || Periods.paused(now)) {
      return;
    }
    if (pending == null) {
      now.catchUp();
      return;
    }
    place.used(now);
    afterRead(place, effect, now);
    if (site != 0) {
      place.atomicRead(now, context, site);
      if (succeeded) {
        place.atomicallyWritten(now, pending.epoch, context, site);
      }
    }
  }

  /** A sampling period may have begun or ended since the caller looked. */
  private static ThreadState now(ThreadState thread) {
    return Periods.SAMPLED ? ThreadState.current() : thread;
  }

  private static void afterRead(Place place, int effect, ThreadState thread) {
    if ((effect & Effect.ACQUIRE) != 0) {
      acquire(place, thread);
    } else {
      FenceHooks.afterRead(place, thread);
    }
  }

  private static void acquire(Place place, ThreadState thread) {
    SyncClock clock = place.clock();
    if (clock != null) {
      clock.acquire(thread);
    }
  }
}
