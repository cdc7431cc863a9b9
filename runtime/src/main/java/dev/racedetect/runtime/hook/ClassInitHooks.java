package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Class initialisation (JLS 12.4.2): what the initialising thread did happens-before every use that
 * triggers initialisation, also on the fast path of an initialised class. A thread acquires the
 * clock of a class once; a bit remembers that.
 */
public final class ClassInitHooks {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** By class id. Replaced under the class lock when it grows. */
  private static volatile SyncClock[] clocks = new SyncClock[256];

  /** Guarded by the class lock. */
  private static int count;

  private ClassInitHooks() {}

  /** Registers a class that is being instrumented and returns its dense id. */
  public static synchronized int register() {
    if (count == clocks.length) {
      SyncClock[] wider = new SyncClock[count * 2];
      System.arraycopy(clocks, 0, wider, 0, count);
      clocks = wider;
    }
    clocks[count] = new SyncClock();
    return count++;
  }

  /** Whether a class has been initialised, so that its use does not initialise it. */
  public static boolean isInitialised(Class<?> type) {
    return !UNSAFE.shouldBeInitialized(type);
  }

  /** At each end of the static initialiser, normal or by exception. */
  public static void afterInit(int classId, ThreadState thread) {
    if (Periods.paused(thread)) {
      return;
    }
    clocks[classId].release(thread);
    thread.setInitialised(classId);
  }

  /**
   * At the end of a static initialiser by an exception. A later trigger fails with a {@code
   * NoClassDefFoundError}, whose creation acquires what was released here.
   */
  public static void afterFailure(int classId, ThreadState thread) {
    SyncHooks.release(NoClassDefFoundError.class);
    afterInit(classId, thread);
  }

  /** At a use that required the class to be initialised. */
  public static void acquire(int classId, ThreadState thread) {
    if (!Periods.paused(thread) && !thread.initialised(classId)) {
      SyncClock clock = clocks[classId];
      if (clock.get() != null) {
        clock.acquire(thread);
        thread.setInitialised(classId);
      }
    }
  }

  /** After the constants of an enum were obtained in the JDK. */
  public static void constants(@Nullable Object type) {
    ThreadState thread = MuteHooks.alive();
    if (thread != null) {
      ReflectionHooks.afterUse(type, thread);
    }
  }
}
