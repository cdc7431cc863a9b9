package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.thread.ThreadState;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The sync state of single objects: the clock of their monitor, and what they remember as elements
 * of collections. Objects of instrumented classes carry it in an injected reference; that of others
 * is in weak tables.
 *
 * <p>The reference holds whichever of the two was needed first; each leads to the other.
 */
public final class ObjectSync {
  /** Name of the injected reference. */
  public static final String FIELD = "$rd$m";

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private static final class Monitors extends WeakIdentityMap<MonitorClock> {
    @Override
    protected MonitorClock create(Object key) {
      return new MonitorClock(null);
    }
  }

  private static final class Elements extends WeakIdentityMap<ElementClocks> {
    @Override
    protected ElementClocks create(Object key) {
      throw new IllegalStateException("made by the insertion");
    }
  }

  private static final Monitors MONITORS = new Monitors();
  private static final Elements ELEMENTS = new Elements();

  private ObjectSync() {}

  /** The clock of an object's monitor, made on first use. The object must not be null. */
  public static MonitorClock monitor(ThreadState thread, Object object) {
    long offset = SyncClass.offset(thread, object.getClass());
    if (offset != 0) {
      Object state = UNSAFE.getReferenceAcquire(object, offset);
      return state instanceof MonitorClock clock ? clock : makeMonitor(object, offset);
    }
    MonitorClock last = (MonitorClock) thread.lastMonitorClock;
    return last != null && last.names(object) ? last : weakMonitor(thread, object);
  }

  private static MonitorClock makeMonitor(Object object, long offset) {
    Object known = UNSAFE.getReferenceAcquire(object, offset);
    if (known instanceof ElementClocks elements) {
      MonitorClock clock = elements.monitor();
      return clock != null ? clock : elements.monitor(new MonitorClock(object));
    }
    MonitorClock made = new MonitorClock(object);
    Object state = UNSAFE.compareAndExchangeReference(object, offset, null, made);
    if (state == null) {
      return made;
    }
    return state instanceof MonitorClock clock ? clock : ((ElementClocks) state).monitor(made);
  }

  private static MonitorClock weakMonitor(ThreadState thread, Object object) {
    MonitorClock clock = MONITORS.of(object);
    clock.nameWeakly(object);
    thread.lastMonitorClock = clock;
    return clock;
  }

  /** The clock of an object's monitor, null if nothing was ever released on it. */
  public static @Nullable MonitorClock findMonitor(ThreadState thread, Object object) {
    return SyncClass.offset(thread, object.getClass()) != 0
        ? monitor(thread, object)
        : MONITORS.find(object);
  }

  /** The same, made on first use, for one that is not noted among the locks held. */
  public static MonitorClock unnamedMonitor(ThreadState thread, Object object) {
    return SyncClass.offset(thread, object.getClass()) != 0
        ? monitor(thread, object)
        : MONITORS.of(object);
  }

  /** What an object remembers as an element, null if it never was one. */
  static @Nullable ElementClocks findElements(ThreadState thread, Object object) {
    long offset = SyncClass.offset(thread, object.getClass());
    if (offset == 0) {
      return ELEMENTS.find(object);
    }
    Object state = UNSAFE.getReferenceAcquire(object, offset);
    return state instanceof MonitorClock monitor ? monitor.elements() : (ElementClocks) state;
  }

  /**
   * What an object remembers as an element.
   *
   * @param fresh what it shall remember if it was not one before
   */
  static ElementClocks elements(ThreadState thread, Object object, ElementClocks fresh) {
    long offset = SyncClass.offset(thread, object.getClass());
    if (offset == 0) {
      return ELEMENTS.putIfAbsent(object, fresh);
    }
    Object state = UNSAFE.compareAndExchangeReference(object, offset, null, fresh);
    if (state == null) {
      return fresh;
    }
    return state instanceof MonitorClock monitor ? monitor.elements(fresh) : (ElementClocks) state;
  }

  /** Forgets the history of an object that no other thread knows yet: a copy. */
  public static void forget(ThreadState thread, Object fresh) {
    long offset = SyncClass.offset(thread, fresh.getClass());
    if (offset != 0) {
      UNSAFE.putReference(fresh, offset, null);
    }
  }
}
