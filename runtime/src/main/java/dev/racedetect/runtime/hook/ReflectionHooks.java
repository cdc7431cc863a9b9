package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.ClassUses;
import dev.racedetect.runtime.shadow.Place;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Called around {@code Field.get} and {@code set} and their typed forms: they access the field as
 * its declaration says, volatile or plain.
 */
public final class ReflectionHooks {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private ReflectionHooks() {}

  /** After a method was invoked: a static one is a use of its class. */
  public static void afterInvoke(@Nullable Object method, ThreadState thread) {
    if (method instanceof Method called && Modifier.isStatic(called.getModifiers())) {
      afterUse(called.getDeclaringClass(), thread);
    }
  }

  /** After a class was initialised, or found so. */
  public static void afterUse(@Nullable Object used, ThreadState thread) {
    if (!Periods.paused(thread) && used instanceof Class<?> type && type.getClassLoader() != null) {
      ClassUses.acquire(type, thread);
    }
  }

  /** After a value was read. */
  public static void afterGet(
      Field field, @Nullable Object object, ThreadState thread, long context, int site) {
    used(field, thread);
    Place place = place(field, object);
    if (place != null && object != null && followed(field)) {
      Class<?> declaring = field.getDeclaringClass();
      ThreadState now = Periods.SAMPLED ? ThreadState.current() : thread;
      FreezeHooks.afterReflectiveRead(object, declaring, FreezeHooks.value(object, field), now);
    }
    if (Modifier.isVolatile(field.getModifiers())) {
      PlaceHooks.after(place, Effect.READ | Effect.ACQUIRE, thread, context, site);
    } else {
      PlaceHooks.afterPlainRead(place, thread, context, site);
    }
  }

  /** Before a value is written. */
  public static void beforeSet(
      @Nullable Field field, @Nullable Object object, ThreadState thread, long context, int site) {
    if (field != null && Modifier.isVolatile(field.getModifiers())) {
      PlaceHooks.before(place(field, object), Effect.WRITE | Effect.RELEASE, thread, context, site);
    }
  }

  /** After a value was written. */
  public static void afterSet(
      Field field, @Nullable Object object, ThreadState thread, long context, int site) {
    used(field, thread);
    if (followed(field)) {
      ThreadState now = Periods.SAMPLED ? ThreadState.current() : thread;
      FreezeHooks.reflectiveWrite(object, field.getDeclaringClass(), now);
    }
    if (!Modifier.isVolatile(field.getModifiers())) {
      PlaceHooks.afterPlainWrite(place(field, object), thread, context, site);
    }
  }

  /** Whether a freeze orders what is read through a field. */
  private static boolean followed(Field field) {
    return (field.getModifiers() & (Modifier.FINAL | Modifier.STATIC)) == Modifier.FINAL
        && !field.getType().isPrimitive();
  }

  /** An access to a static field is a use of its class. */
  private static void used(Field field, ThreadState thread) {
    if (Modifier.isStatic(field.getModifiers())) {
      afterUse(field.getDeclaringClass(), thread);
    }
  }

  /** The variable; null if the access throws. */
  static @Nullable Place place(Field field, @Nullable Object object) {
    if (Modifier.isStatic(field.getModifiers())) {
      return Place.of(UNSAFE.staticFieldBase(field), UNSAFE.staticFieldOffset(field), 0);
    }
    if (object == null || !field.getDeclaringClass().isInstance(object)) {
      return null;
    }
    return Place.of(object, UNSAFE.objectFieldOffset(field), 0);
  }
}
