package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.shadow.FreezeStamps;
import dev.racedetect.runtime.shadow.FrozenObjects;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Final-field semantics (JLS 17.5): the freeze at the end of a constructor, and reads through it.
 */
public final class FreezeHooks {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private FreezeHooks() {}

  /**
   * At the end of a constructor of a class with final reference fields.
   *
   * @return the stamp for the object: all that the thread wrote so far is frozen
   */
  public static long beforeConstructorEnd(ThreadState thread) {
    if (Periods.paused(thread)) {
      return 0;
    }
    long stamp = thread.publishedEpoch();
    thread.released();
    return stamp;
  }

  /**
   * After a reference was loaded from a final field of an object that another thread constructed.
   *
   * @param owner the object that has the field
   * @param stamp the owner's stamp, 0 if its constructor has not ended
   */
  public static void afterRead(Object loaded, Object owner, long stamp, ThreadState thread) {
    if (Periods.paused(thread) || loaded == null) {
      return;
    }
    if (Epoch.clock(stamp) != 0 && !thread.covers(stamp)) {
      FrozenObjects.reached(thread, loaded, stamp);
    }
    if (thread.frozenReach != null) {
      FrozenObjects.through(thread, owner, loaded);
    }
  }

  /**
   * Before the generated {@code equals}, {@code hashCode} or {@code toString} of a record, which
   * reads all components and calls the same method of each.
   *
   * @param stamp the record's stamp
   */
  public static void beforeRecordMethod(Object owner, long stamp, ThreadState thread) {
    if (Periods.paused(thread)
        || (Epoch.clock(stamp) == 0 || thread.covers(stamp)) && thread.frozenReach == null) {
      return;
    }
    int level = thread.mute;
    long outer = thread.goInside();
    try {
      for (Field field : owner.getClass().getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          Object component = value(owner, field);
          if (component != null) {
            afterRead(component, owner, stamp, thread);
          }
        }
      }
    } finally {
      thread.comeOut(level, outer);
    }
  }

  /** After a field was read by reflection or a method handle; only a final one counts. */
  static void afterReflectiveRead(
      @Nullable Object owner, Class<?> declaring, @Nullable Object loaded, ThreadState thread) {
    if (owner != null && loaded != null && declaring.getClassLoader() != null) {
      afterRead(loaded, owner, FreezeStamps.of(owner, declaring), thread);
    }
  }

  /** The reference in an instance field. */
  static @Nullable Object value(Object owner, Field field) {
    return UNSAFE.getReference(owner, UNSAFE.objectFieldOffset(field));
  }

  /** After or before a final field is set by reflection: it is frozen at once (JLS 17.5.3). */
  static void reflectiveWrite(@Nullable Object owner, Class<?> declaring, ThreadState thread) {
    if (owner != null && declaring.isInstance(owner) && declaring.getClassLoader() != null) {
      FreezeStamps.renew(owner, declaring, beforeConstructorEnd(thread));
    }
  }

  /** After deserialization has set the fields of an object. */
  public static void deserialised(@Nullable Object object) {
    ThreadState thread = MuteHooks.alive();
    if (thread == null || object == null || Periods.paused(thread)) {
      return;
    }
    long stamp = beforeConstructorEnd(thread);
    for (Class<?> c = object.getClass();
        c != null && c.getClassLoader() != null;
        c = c.getSuperclass()) {
      FreezeStamps.renew(object, c, stamp);
    }
  }
}
