package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.thread.ThreadState;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The sync state of single objects: the clock of their monitor, what they remember as elements of
 * collections, and what they remember as tasks. Objects of instrumented classes carry it in an
 * injected reference; that of others is in a weak table.
 *
 * <p>The reference holds what was needed first as it is; a second kind puts {@link SyncParts} in
 * its place.
 */
public final class ObjectSync {
  /** Name of the injected reference. */
  public static final String FIELD = "$rd$m";

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private static final class Parts extends WeakIdentityMap<SyncParts> {
    @Override
    protected SyncParts create(Object key) {
      return new SyncParts();
    }
  }

  private static final Parts PARTS = new Parts();

  private ObjectSync() {}

  /** The clock of an object's monitor, made on first use. The object must not be null. */
  public static MonitorClock monitor(ThreadState thread, Object object) {
    long offset = SyncClass.offset(thread, object.getClass());
    if (offset != 0) {
      Object state = UNSAFE.getReferenceAcquire(object, offset);
      return state instanceof MonitorClock clock ? clock : otherMonitor(object, offset, state);
    }
    MonitorClock last = (MonitorClock) thread.lastMonitorClock;
    return last != null && last.names(object) ? last : weakMonitor(thread, object);
  }

  private static MonitorClock otherMonitor(Object object, long offset, @Nullable Object known) {
    MonitorClock clock = known instanceof SyncParts parts ? parts.monitor() : null;
    if (clock != null) {
      return clock;
    }
    MonitorClock made = new MonitorClock(object);
    Object state = place(object, offset, made);
    return state instanceof SyncParts parts ? kept(parts.monitor(made)) : (MonitorClock) state;
  }

  private static MonitorClock weakMonitor(ThreadState thread, Object object) {
    MonitorClock clock = unnamedWeakMonitor(object);
    clock.nameWeakly(object);
    thread.lastMonitorClock = clock;
    return clock;
  }

  private static MonitorClock unnamedWeakMonitor(Object object) {
    for (; ; ) {
      SyncParts parts = PARTS.of(object);
      MonitorClock clock = parts.monitor();
      if (clock == null) {
        clock = parts.monitor(new MonitorClock(null));
      }
      if (clock != null) {
        return clock;
      }
      PARTS.remove(object, parts);
    }
  }

  /** The clock of an object's monitor, null if nothing was ever released on it. */
  public static @Nullable MonitorClock findMonitor(ThreadState thread, Object object) {
    if (SyncClass.offset(thread, object.getClass()) != 0) {
      return monitor(thread, object);
    }
    SyncParts parts = PARTS.find(object);
    return parts == null ? null : parts.monitor();
  }

  /** The same, made on first use, for one that is not noted among the locks held. */
  public static MonitorClock unnamedMonitor(ThreadState thread, Object object) {
    return SyncClass.offset(thread, object.getClass()) != 0
        ? monitor(thread, object)
        : unnamedWeakMonitor(object);
  }

  /** What an object remembers as an element, null if it never was one. */
  static @Nullable ElementClocks findElements(ThreadState thread, Object object) {
    Object state = find(thread, object);
    return state instanceof SyncParts parts
        ? parts.elements()
        : state instanceof ElementClocks clocks ? clocks : null;
  }

  /**
   * What an object remembers as an element.
   *
   * @param fresh what it shall remember if it was not one before
   */
  static ElementClocks elements(ThreadState thread, Object object, ElementClocks fresh) {
    long offset = SyncClass.offset(thread, object.getClass());
    if (offset != 0) {
      Object state = place(object, offset, fresh);
      return state instanceof SyncParts parts ? kept(parts.elements(fresh)) : (ElementClocks) state;
    }
    for (; ; ) {
      SyncParts parts = PARTS.of(object);
      ElementClocks clocks = parts.elements(fresh);
      if (clocks != null && (clocks == fresh || !parts.dropped())) {
        return clocks;
      }
      PARTS.remove(object, parts);
    }
  }

  /** What an object remembers as a task, null if it never was one. */
  static @Nullable TaskClocks findTask(ThreadState thread, Object object) {
    Object state = find(thread, object);
    return state instanceof SyncParts parts
        ? parts.task()
        : state instanceof TaskClocks clocks ? clocks : null;
  }

  /** What an object remembers as a task, made on first use. */
  static TaskClocks task(ThreadState thread, Object object) {
    TaskClocks fresh = new TaskClocks();
    long offset = SyncClass.offset(thread, object.getClass());
    if (offset != 0) {
      Object state = place(object, offset, fresh);
      return state instanceof SyncParts parts ? kept(parts.task(fresh)) : (TaskClocks) state;
    }
    for (; ; ) {
      SyncParts parts = PARTS.of(object);
      TaskClocks clocks = parts.task(fresh);
      if (clocks != null) {
        return clocks;
      }
      PARTS.remove(object, parts);
    }
  }

  /** What an object with an injected reference has is never dropped. */
  private static <T> T kept(@Nullable T clocks) {
    if (clocks == null) {
      throw new IllegalStateException("dropped");
    }
    return clocks;
  }

  /** Before elements of a collection can be obtained without being taken out. */
  public static void observe(Object collection) {
    for (; ; ) {
      SyncParts parts = PARTS.of(collection);
      if (parts.observed() || parts.observe()) {
        return;
      }
      PARTS.remove(collection, parts);
    }
  }

  /** Whether elements of a collection may have been obtained without being taken out. */
  static boolean observed(Object collection) {
    SyncParts parts = PARTS.find(collection);
    return parts != null && parts.observed();
  }

  /** Drops what an object without an injected reference remembers, if it was an element only. */
  static void drop(ThreadState thread, Object object) {
    if (SyncClass.offset(thread, object.getClass()) == 0) {
      SyncParts parts = PARTS.find(object);
      if (parts != null && parts.drop()) {
        PARTS.remove(object, parts);
      }
    }
  }

  private static @Nullable Object find(ThreadState thread, Object object) {
    long offset = SyncClass.offset(thread, object.getClass());
    return offset == 0 ? PARTS.find(object) : UNSAFE.getReferenceAcquire(object, offset);
  }

  /**
   * Gives an object state of one kind, unless it has some of this kind or of several already.
   *
   * @return what the injected reference holds now: state of this kind, or parts
   */
  private static Object place(Object object, long offset, Object fresh) {
    for (; ; ) {
      Object state = UNSAFE.compareAndExchangeReference(object, offset, null, fresh);
      if (state == null) {
        return fresh;
      }
      if (state instanceof SyncParts || state.getClass() == fresh.getClass()) {
        return state;
      }
      SyncParts parts = new SyncParts(state);
      if (UNSAFE.compareAndSetReference(object, offset, state, parts)) {
        return parts;
      }
    }
  }

  /** Forgets the history of an object that no other thread knows yet: a copy. */
  public static void forget(ThreadState thread, Object fresh) {
    long offset = SyncClass.offset(thread, fresh.getClass());
    if (offset != 0) {
      UNSAFE.putReference(fresh, offset, null);
    }
  }
}
