package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.Attempt;
import dev.racedetect.runtime.sync.ClockMap;
import dev.racedetect.runtime.sync.IndexedClockMap;
import dev.racedetect.runtime.sync.IndexedClocks;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * The state of JDK synchronisers and atomics: one clock an object, apart from the object's monitor.
 * Called by woven JDK methods; a null key is ignored.
 */
public final class SyncHooks {
  static final ClockMap STATES = new ClockMap();
  static final IndexedClockMap PARTS = new IndexedClockMap();

  private SyncHooks() {}

  /** Before an action that releases on an object. Joins what others released. */
  public static void release(@Nullable Object key) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        STATES.of(key).release(thread);
      }
    }
  }

  /** Keeps an object for a later row of the same method. */
  public static @Nullable Object same(@Nullable Object key) {
    return key;
  }

  /** Before an action that reads and writes; {@link #exchanged} must follow. */
  public static @Nullable Object exchange(@Nullable Object key) {
    if (key == null) {
      return null;
    }
    ThreadState thread = MuteHooks.active();
    if (thread != null) {
      SyncClock clock = STATES.of(key);
      clock.exchange(thread);
      return clock;
    }
    return MuteHooks.nothing();
  }

  /** After such an action: it has read what others released meanwhile. */
  public static void exchanged(@Nullable Object clock) {
    if (clock instanceof SyncClock found) {
      acquire(found);
    } else {
      MuteHooks.unseen(clock);
    }
  }

  private static void acquire(SyncClock clock) {
    ThreadState thread = MuteHooks.active();
    if (thread != null) {
      clock.acquire(thread);
    }
  }

  /** After an action that acquires from an object. */
  public static void acquire(@Nullable Object key) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        SyncClock clock = STATES.find(key);
        if (clock != null) {
          clock.acquire(thread);
        }
      }
    }
  }

  /**
   * Before an action that reads and, if it succeeds, releases on an object; {@link #settle} must
   * follow.
   */
  public static @Nullable Object attempt(@Nullable Object key) {
    if (key == null) {
      return null;
    }
    ThreadState thread = MuteHooks.active();
    if (thread != null) {
      SyncClock clock = STATES.of(key);
      clock.acquire(thread);
      return clock.attempt(thread);
    }
    return MuteHooks.nothing();
  }

  /** After such an action: acquires in any case (a failed CAS is a volatile read). */
  public static void settle(@Nullable Object key, @Nullable Object attempt, boolean succeeded) {
    if (attempt instanceof Attempt release) {
      if (!succeeded) {
        release.undo();
      }
      acquire(release.at());
    } else {
      MuteHooks.unseen(attempt);
    }
  }

  /** After a compare-and-exchange: it succeeded if the witness is the expected value. */
  public static void settleWitness(
      @Nullable Object key,
      @Nullable Object attempt,
      @Nullable Object witness,
      @Nullable Object expected) {
    settle(key, attempt, witness == expected);
  }

  /** {@link #settleWitness} for {@code int}. */
  public static void settleWitness(
      @Nullable Object key, @Nullable Object attempt, int witness, int expected) {
    settle(key, attempt, witness == expected);
  }

  /** {@link #settleWitness} for {@code long}. */
  public static void settleWitness(
      @Nullable Object key, @Nullable Object attempt, long witness, long expected) {
    settle(key, attempt, witness == expected);
  }

  /** {@link #settleWitness} for {@code boolean}. */
  public static void settleWitness(
      @Nullable Object key, @Nullable Object attempt, boolean witness, boolean expected) {
    settle(key, attempt, witness == expected);
  }

  /** Before an action that releases on one numbered part of an object. */
  public static void releasePart(@Nullable Object key, int part) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        PARTS.of(key).of(part).release(thread);
      }
    }
  }

  /** {@link #exchange} of one numbered part of an object. */
  public static @Nullable Object exchangePart(@Nullable Object key, int part) {
    if (key == null) {
      return null;
    }
    ThreadState thread = MuteHooks.active();
    if (thread != null) {
      SyncClock clock = PARTS.of(key).of(part);
      clock.exchange(thread);
      return clock;
    }
    return MuteHooks.nothing();
  }

  /** After an action that acquires from one numbered part of an object. */
  public static void acquirePart(@Nullable Object key, int part) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        IndexedClocks clocks = PARTS.find(key);
        SyncClock clock = clocks == null ? null : clocks.find(part);
        if (clock != null) {
          clock.acquire(thread);
        }
      }
    }
  }

  /**
   * Before an action that reads and, if it succeeds, releases on one part; {@link #settlePart} must
   * follow.
   */
  public static @Nullable Object attemptPart(@Nullable Object key, int part) {
    if (key == null) {
      return null;
    }
    ThreadState thread = MuteHooks.active();
    if (thread != null) {
      SyncClock clock = PARTS.of(key).of(part);
      clock.acquire(thread);
      return clock.attempt(thread);
    }
    return MuteHooks.nothing();
  }

  /** After such an action: acquires in any case. */
  public static void settlePart(
      @Nullable Object key, int part, @Nullable Object attempt, boolean succeeded) {
    if (attempt instanceof Attempt release) {
      if (!succeeded) {
        release.undo();
      }
      acquire(release.at());
    } else {
      MuteHooks.unseen(attempt);
    }
  }

  /** After a compare-and-exchange of one part. */
  public static void settlePartWitness(
      @Nullable Object key,
      int part,
      @Nullable Object attempt,
      @Nullable Object witness,
      @Nullable Object expected) {
    settlePart(key, part, attempt, witness == expected);
  }

  /** {@link #settlePartWitness} for {@code int}. */
  public static void settlePartWitness(
      @Nullable Object key, int part, @Nullable Object attempt, int witness, int expected) {
    settlePart(key, part, attempt, witness == expected);
  }

  /** {@link #settlePartWitness} for {@code long}. */
  public static void settlePartWitness(
      @Nullable Object key, int part, @Nullable Object attempt, long witness, long expected) {
    settlePart(key, part, attempt, witness == expected);
  }
}
