package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.ClassUses;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.reflect.Constructor;
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

  /** By class id: whether initialisation of a subtype initialises the class. As above. */
  private static volatile boolean[] implied = new boolean[256];

  /** Guarded by the class lock. */
  private static int count;

  private ClassInitHooks() {}

  /**
   * Registers a class that is being instrumented and returns its dense id.
   *
   * @param impliedBySubtypes false for an interface without default methods
   */
  public static synchronized int register(boolean impliedBySubtypes) {
    if (count == clocks.length) {
      SyncClock[] wider = new SyncClock[count * 2];
      System.arraycopy(clocks, 0, wider, 0, count);
      clocks = wider;
      boolean[] more = new boolean[count * 2];
      System.arraycopy(implied, 0, more, 0, count);
      implied = more;
    }
    clocks[count] = new SyncClock();
    implied[count] = impliedBySubtypes;
    return count++;
  }

  /** Whether a class has been initialised, so that its use does not initialise it. */
  public static boolean isInitialised(Class<?> type) {
    return !UNSAFE.shouldBeInitialized(type);
  }

  /**
   * At the beginning of the static initialiser of a class. Before it, the superclass and the
   * superinterfaces with default methods were initialised, or found so (JLS 12.4.2, step 7).
   *
   * @param type no interface: its superinterfaces stay as they are
   */
  public static void beforeInit(Class<?> type, ThreadState thread) {
    if (!Periods.paused(thread)) {
      acquireAbove(type, thread);
    }
  }

  /** Up to the first superclass that has done the same for what is above it. */
  private static void acquireAbove(Class<?> type, ThreadState thread) {
    for (Class<?> i : type.getInterfaces()) {
      acquireInterface(i, thread);
    }
    Class<?> above = type.getSuperclass();
    if (above != null && above.getClassLoader() != null) {
      int[] ids = ClassUses.ids(above);
      if (ids.length == 0) {
        acquireAbove(above, thread);
      }
      for (int id : ids) {
        acquire(id, thread);
      }
    }
  }

  private static void acquireInterface(Class<?> type, ThreadState thread) {
    if (type.getClassLoader() == null) {
      return;
    }
    for (Class<?> i : type.getInterfaces()) {
      acquireInterface(i, thread);
    }
    for (int id : ClassUses.ids(type)) {
      if (implied[id]) {
        acquire(id, thread);
      }
    }
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

  /** After the JDK has initialised a class, or found it so. */
  public static void used(@Nullable Object type) {
    ThreadState thread = MuteHooks.alive();
    if (thread != null) {
      ReflectionHooks.afterUse(type, thread);
    }
  }

  /** After a class was looked up by its name; initialised only if that was asked for. */
  public static void named(@Nullable Object type, boolean initialised) {
    if (initialised) {
      used(type);
    }
  }

  /**
   * After a reflective constructor has made an object. One for deserialization, or another that
   * passes the object's own class by, makes it without any constructor of that class, of which it
   * is a use all the same.
   */
  public static void made(@Nullable Object object, Object constructor) {
    if (object != null
        && constructor instanceof Constructor<?> called
        && object.getClass() != called.getDeclaringClass()) {
      used(object.getClass());
    }
  }

  /** After the JDK has made an object of a class of its own that implements an interface. */
  public static void implemented(@Nullable Object type) {
    ThreadState thread = MuteHooks.alive();
    if (thread != null && !Periods.paused(thread) && type instanceof Class<?> implemented) {
      acquireInterface(implemented, thread);
    }
  }

  /**
   * After a lambda or method reference was evaluated: its class was initialised, and before it the
   * interfaces with default methods that it implements (JLS 15.27.4, 12.4.1).
   */
  public static void afterLambda(Class<?> type, ThreadState thread) {
    ThreadState now = Periods.SAMPLED ? ThreadState.current() : thread;
    if (!Periods.paused(now)) {
      acquireInterface(type, now);
    }
  }

  /**
   * After a field of an interface was read that has no accessor: it is of an interface that the
   * reader must not name, or of an old class file.
   *
   * @param type the interface's binary name
   */
  public static void afterInterfaceField(String type, ThreadState thread) {
    ThreadState now = Periods.SAMPLED ? ThreadState.current() : thread;
    if (!Periods.paused(now)) {
      for (int id : ClassUses.ids(type)) {
        acquire(id, now);
      }
    }
  }

  /**
   * After a static field was read of which nothing was known when the reader was instrumented, by a
   * class file that is too old to find out later: a use of the class, or of what it inherits from.
   * All of these that are initialised come before, which may hide a race.
   */
  public static void afterUnseenField(Class<?> type, ThreadState thread) {
    ThreadState now = Periods.SAMPLED ? ThreadState.current() : thread;
    if (!Periods.paused(now)) {
      acquireAll(type, now);
    }
  }

  private static void acquireAll(Class<?> type, ThreadState thread) {
    for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
      for (int id : ClassUses.ids(c)) {
        acquire(id, thread);
      }
      for (Class<?> i : c.getInterfaces()) {
        acquireAll(i, thread);
      }
    }
  }
}
