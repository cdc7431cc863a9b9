package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.ClockMap;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.OffsetLookup;
import dev.racedetect.runtime.thread.ThreadState;
import java.io.FilterReader;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Calls from a JDK object that excludes others meanwhile, out to an object of the application, such
 * as a stream that a {@code PrintStream} writes to (catalogue F10). What one such call does is
 * ordered before the next. The lock as such stays no order (F4): without an object of the
 * application behind it nothing is released. Called by woven JDK methods; null is ignored.
 *
 * <p>All that the caller did before the call is released, too, which may hide a race of it.
 */
public final class CalloutHooks {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Where a {@link java.io.FilterReader} has the reader that it calls. */
  private static final long READER = OffsetLookup.of(FilterReader.class, "in");

  private static final ClockMap CALLOUTS = new ClockMap();

  private CalloutHooks() {}

  /** Before a call of an object by one that excludes others, at any depth. */
  public static void entering(@Nullable Object called, @Nullable Object caller) {
    if (caller != null && isApplication(called)) {
      // Made between sampling periods, too: leaving() goes by it.
      SyncClock clock = CALLOUTS.of(caller);
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        clock.acquire(thread);
      }
    }
  }

  /** The same, unless the called object may be called by several threads at a time. */
  public static void entering(
      @Nullable Object called, @Nullable Object caller, boolean threadSafe) {
    if (!threadSafe) {
      entering(called, caller);
    }
  }

  /** The same where the superclass {@link java.io.FilterReader} does the call. */
  public static void enteringReader(@Nullable Object reader) {
    if (reader != null && READER != OffsetLookup.ABSENT) {
      entering(UNSAFE.getReference(reader, READER), reader);
    }
  }

  /** After such a call. */
  public static void leaving(@Nullable Object caller) {
    if (caller != null) {
      SyncClock clock = CALLOUTS.find(caller);
      ThreadState thread = clock == null ? null : MuteHooks.alive();
      if (clock != null && thread != null) {
        clock.release(thread);
      }
    }
  }

  /** Before an object that will call others is handed to all threads. */
  public static void placing(@Nullable Object caller) {
    if (caller != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        CALLOUTS.of(caller).release(thread);
      }
    }
  }

  /** Who will be called, for a later row. */
  public static @Nullable Object noted(@Nullable Object o) {
    return o;
  }

  private static boolean isApplication(@Nullable Object o) {
    return o != null && o.getClass().getClassLoader() != null;
  }
}
