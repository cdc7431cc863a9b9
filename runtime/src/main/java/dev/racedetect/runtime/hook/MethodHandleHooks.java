package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.Place;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Gives the method handles of fields, which read and write as the field's declaration says, hooks
 * when they are looked up. What is returned cannot be revealed as a direct handle any more.
 */
public final class MethodHandleHooks {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private static final MethodHandle AFTER_GET = hook("afterGet");
  private static final MethodHandle BEFORE_SET = hook("beforeSet");
  private static final MethodHandle AFTER_USE =
      hook("afterUse", MethodType.methodType(void.class, Target.class));

  /** The field behind a handle, and the site of the look-up. */
  private record Target(
      Class<?> declaring,
      long offset,
      boolean isStatic,
      boolean isVolatile,
      boolean isFrozen,
      int site) {
    @Nullable Place place(@Nullable Object object) {
      if (isStatic) {
        return Place.of(declaring, offset, 0);
      }
      return object == null ? null : Place.of(object, offset, 0);
    }
  }

  private MethodHandleHooks() {}

  private static MethodHandle hook(String name) {
    return hook(name, MethodType.methodType(void.class, Target.class, Object.class));
  }

  private static MethodHandle hook(String name, MethodType type) {
    try {
      return MethodHandles.lookup().findStatic(MethodHandleHooks.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** After a getter was looked up; returns the handle to use. */
  public static MethodHandle getter(
      MethodHandle direct,
      MethodHandles.Lookup lookup,
      ThreadState thread,
      long context,
      int site) {
    int level = thread.mute;
    long outer = thread.goInside();
    try {
      Target target = target(direct, lookup, site);
      Class<?> value = direct.type().returnType();
      MethodHandle after = bound(AFTER_GET, target, direct.type());
      after = MethodHandles.dropArguments(after, 0, Throwable.class, value);
      MethodHandle result =
          MethodHandles.dropArguments(MethodHandles.identity(value), 0, Throwable.class);
      result = MethodHandles.dropArguments(result, 2, direct.type().parameterList());
      return MethodHandles.tryFinally(direct, MethodHandles.foldArguments(result, after));
    } catch (RuntimeException | LinkageError leftAsItIs) {
      return direct;
    } finally {
      thread.comeOut(level, outer);
    }
  }

  /** After a setter was looked up; returns the handle to use. */
  public static MethodHandle setter(
      MethodHandle direct,
      MethodHandles.Lookup lookup,
      ThreadState thread,
      long context,
      int site) {
    int level = thread.mute;
    long outer = thread.goInside();
    try {
      Target target = target(direct, lookup, site);
      MethodType type = direct.type();
      MethodType object = type.dropParameterTypes(type.parameterCount() - 1, type.parameterCount());
      MethodHandle result = MethodHandles.foldArguments(direct, bound(BEFORE_SET, target, object));
      return target.isStatic ? thenUse(result, target) : result;
    } catch (RuntimeException | LinkageError leftAsItIs) {
      return direct;
    } finally {
      thread.comeOut(level, outer);
    }
  }

  /** The setter of a static field, after which its class is initialised. */
  private static MethodHandle thenUse(MethodHandle setter, Target target) {
    MethodHandle after = MethodHandles.dropArguments(AFTER_USE.bindTo(target), 0, Throwable.class);
    return MethodHandles.tryFinally(setter, after);
  }

  private static Target target(MethodHandle direct, MethodHandles.Lookup lookup, int site) {
    MethodHandleInfo info = lookup.revealDirect(direct);
    Class<?> declaring = info.getDeclaringClass();
    int modifiers = info.getModifiers();
    return new Target(
        declaring,
        UNSAFE.objectFieldOffset(declaring, info.getName()),
        Modifier.isStatic(modifiers),
        Modifier.isVolatile(modifiers),
        !Modifier.isStatic(modifiers)
            && Modifier.isFinal(modifiers)
            && !primitive(info.getMethodType()),
        site);
  }

  /** Whether a field is of a primitive type, by the type of its getter or setter. */
  private static boolean primitive(MethodType accessor) {
    return accessor.parameterCount() == 0
        ? accessor.returnType().isPrimitive()
        : accessor.parameterType(0).isPrimitive();
  }

  /** The hook for a target, taking the object if there is one. */
  private static MethodHandle bound(MethodHandle hook, Target target, MethodType accepts) {
    MethodHandle bound = hook.bindTo(target);
    if (accepts.parameterCount() == 0) {
      return MethodHandles.insertArguments(bound, 0, (Object) null);
    }
    return bound.asType(MethodType.methodType(void.class, accepts.parameterType(0)));
  }

  @SuppressWarnings("UnusedMethod") // called through its handle
  private static void afterGet(Target target, @Nullable Object object) {
    ThreadState thread = ThreadState.current();
    afterUse(target);
    Place place = target.place(object);
    if (target.isFrozen && object != null) {
      Object loaded = UNSAFE.getReference(object, target.offset);
      FreezeHooks.afterReflectiveRead(object, target.declaring, loaded, thread);
    }
    if (target.isVolatile) {
      PlaceHooks.after(place, Effect.READ | Effect.ACQUIRE, thread, thread.context, target.site);
    } else {
      PlaceHooks.afterPlainRead(place, thread, thread.context, target.site);
    }
  }

  /** An access to a static field is a use of its class. */
  private static void afterUse(Target target) {
    if (target.isStatic) {
      ReflectionHooks.afterUse(target.declaring, ThreadState.current());
    }
  }

  @SuppressWarnings("UnusedMethod") // called through its handle
  private static void beforeSet(Target target, @Nullable Object object) {
    ThreadState thread = ThreadState.current();
    Place place = target.place(object);
    if (target.isFrozen) {
      FreezeHooks.reflectiveWrite(object, target.declaring, thread);
    }
    if (target.isVolatile) {
      PlaceHooks.before(place, Effect.WRITE | Effect.RELEASE, thread, thread.context, target.site);
    } else {
      PlaceHooks.afterPlainWrite(place, thread, thread.context, target.site);
    }
  }
}
