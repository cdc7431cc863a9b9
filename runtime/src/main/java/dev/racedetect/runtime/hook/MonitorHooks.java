package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.sync.MonitorClock;
import dev.racedetect.runtime.sync.ObjectSync;
import dev.racedetect.runtime.thread.LockName;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Called around monitor instructions and in synchronized methods of instrumented classes. */
public final class MonitorHooks {
  private MonitorHooks() {}

  /**
   * Before a monitor is entered: its clock is found more cheaply than when it is locked.
   *
   * @return what to hand to {@link #afterEnter}; null if there is no object to lock
   */
  public static @Nullable MonitorClock beforeEnter(@Nullable Object lock, ThreadState thread) {
    return lock == null || Periods.paused(thread) ? null : ObjectSync.monitor(thread, lock);
  }

  /** After a monitor was entered (JLS 17.4.4). */
  public static void afterEnter(
      @Nullable MonitorClock clock, ThreadState thread, long context, int site) {
    if (!Periods.paused(thread)) {
      entered(clock, thread, context, site);
    }
  }

  private static void entered(
      @Nullable MonitorClock clock, ThreadState thread, long context, int site) {
    if (clock != null) {
      clock.acquire(thread);
      thread.hold(clock, ContextDepot.event(thread, context, site));
    } else {
      thread.catchUp();
    }
  }

  /** After the monitor of a synchronized method was entered. */
  public static void afterEnter(Object lock, ThreadState thread, long context, int site) {
    if (!Periods.paused(thread)) {
      afterEnter(ObjectSync.monitor(thread, lock), thread, context, site);
    }
  }

  /** Before a monitor is exited, normally or by an exception. */
  public static void beforeExit(@Nullable Object lock, ThreadState thread) {
    if (lock != null && !Periods.paused(thread)) {
      exit(lock, thread);
    }
  }

  private static void exit(Object lock, ThreadState thread) {
    LockName last = thread.lastHeld();
    if (last instanceof MonitorClock clock && clock.names(lock)) {
      thread.letGo(clock);
      clock.release(thread);
    } else {
      exitOther(lock, thread);
    }
  }

  /** It is not the one that was entered last. */
  private static void exitOther(Object lock, ThreadState thread) {
    LockName entry = thread.held(lock, MonitorClock.class);
    if (entry != null) {
      thread.letGo(entry);
    }
    MonitorClock clock =
        entry instanceof MonitorClock known ? known : ObjectSync.monitor(thread, lock);
    clock.release(thread);
  }

  /**
   * {@code Object.wait}: releases the monitor whatever the depth, and has it again when it returns,
   * for whatever reason (JLS 17.2.1).
   *
   * @throws InterruptedException as {@code Object.wait}
   */
  @SuppressWarnings("WaitNotInLoop") // the loop is the application's
  public static void waitOn(Object lock, long millis, int nanos, ThreadState thread)
      throws InterruptedException {
    MonitorClock clock = null;
    if (!Periods.paused(thread) && Thread.holdsLock(lock)) {
      clock = ObjectSync.monitor(thread, lock);
      clock.release(thread);
    }
    try {
      if (nanos == 0) {
        lock.wait(millis);
      } else {
        lock.wait(millis, nanos);
      }
    } finally {
      ThreadState after = Periods.SAMPLED ? ThreadState.current() : thread;
      if (!Periods.paused(after)) {
        if (clock != null) {
          clock.acquire(after);
        } else {
          after.catchUp();
        }
      }
    }
  }

  /**
   * Before a method is called by reflection, which may be {@code Object.wait}.
   *
   * @return what to hand to {@link #invoked}
   */
  public static @Nullable Object invoking(Object method, @Nullable Object target) {
    Method called = (Method) method;
    return called.getDeclaringClass() == Object.class && called.getName().equals("wait")
        ? waiting(target)
        : null;
  }

  /**
   * Before a method of the JDK waits on an object that it was given, as {@code TimeUnit.timedWait}
   * does, and so gives up a monitor that the application has entered. If it does not wait after
   * all, nobody can enter the monitor before {@link #invoked}.
   *
   * @return what to hand to {@link #invoked}
   */
  public static @Nullable Object waiting(@Nullable Object lock) {
    return lock != null && Thread.holdsLock(lock) ? giveUp(lock, false) : null;
  }

  /**
   * Before a synchronized method of the JDK waits on its own object, as {@code Thread.join} does:
   * gives up what the application holds of that monitor. The monitor that the method itself enters
   * promises nothing, and gives no order, but for canaries, which may not know what is held.
   *
   * @return what to hand to {@link #invoked}
   */
  public static @Nullable Object waitingInside(Object lock) {
    return giveUp(lock, !Periods.SAMPLED);
  }

  private static @Nullable Object giveUp(Object lock, boolean ifKnownAsHeld) {
    ThreadState thread = MuteHooks.alive();
    if (thread == null || Periods.paused(thread)) {
      return MuteHooks.nothing();
    }
    if (ifKnownAsHeld && thread.held(lock, MonitorClock.class) == null) {
      return null;
    }
    MonitorClock clock = ObjectSync.monitor(thread, lock);
    clock.release(thread);
    return clock;
  }

  /** After such a method, for whatever reason it has ended. */
  public static void invoked(@Nullable Object left) {
    if (left instanceof MonitorClock clock) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null && !Periods.paused(thread)) {
        clock.acquire(thread);
      }
    } else {
      MuteHooks.unseen(left);
    }
  }
}
