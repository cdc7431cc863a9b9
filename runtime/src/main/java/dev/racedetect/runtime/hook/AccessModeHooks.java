package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.Place;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Gives method handles that carry out an access mode of a variable handle, or read or write an
 * array element, hooks when they are made (catalogue MH-2, MH-6). What is returned behaves as what
 * was found, but goes through an array of its arguments and cannot be revealed.
 */
public final class AccessModeHooks {
  private static final MethodHandle ACCESS = access();

  /** What an access does, by its name. */
  private record Mode(
      int effect, boolean plain, boolean conditional, boolean exchange, int values) {
    static Mode of(String name) {
      switch (name) {
        case "get":
          return new Mode(Effect.READ, true, false, false, 0);
        case "set":
          return new Mode(Effect.WRITE, true, false, false, 1);
        case "getOpaque":
          return new Mode(Effect.READ, false, false, false, 0);
        case "setOpaque":
          return new Mode(Effect.WRITE, false, false, false, 1);
        case "getAcquire":
        case "getVolatile":
          return new Mode(Effect.READ | Effect.ACQUIRE, false, false, false, 0);
        case "setRelease":
        case "setVolatile":
          return new Mode(Effect.WRITE | Effect.RELEASE, false, false, false, 1);
        default:
          boolean conditional = name.startsWith("compare") || name.startsWith("weak");
          boolean exchange = name.startsWith("compareAndExchange");
          return new Mode(update(name), false, conditional, exchange, conditional ? 2 : 1);
      }
    }

    private static int update(String name) {
      int effect = Effect.READ | Effect.WRITE;
      if (!name.endsWith("Plain") && !name.endsWith("Release")) {
        effect |= Effect.ACQUIRE;
      }
      if (!name.endsWith("Plain") && !name.endsWith("Acquire")) {
        effect |= Effect.RELEASE;
      }
      return effect;
    }
  }

  /**
   * An access.
   *
   * @param direct what was found, taking all arguments in an array
   * @param type its type
   * @param handle the variable handle; null if it is the first argument, or if there is none
   * @param element whether it is an access to an array element without variable handle
   */
  private record Target(
      MethodHandle direct,
      MethodType type,
      @Nullable VarHandle handle,
      boolean element,
      Mode mode,
      int site) {

    @Nullable Place place(@Nullable Object[] arguments) {
      if (element) {
        Object array = arguments[0];
        return array == null
            ? null
            : Place.element(array, (int) VarHandleHooks.index(arguments[1]));
      }
      int from = handle == null ? 1 : 0;
      int end = arguments.length - mode.values;
      boolean reference = from < end && !type.parameterType(from).isPrimitive();
      Object first = reference ? arguments[from] : null;
      long index = end > from + (reference ? 1 : 0) ? VarHandleHooks.index(arguments[end - 1]) : 0;
      return VarHandleHooks.place(handle != null ? handle : (VarHandle) arguments[0], first, index);
    }

    /**
     * Whether a conditional access has written. A number comes back as another object: where it is
     * equal it counts as written, as it does where the result is dropped.
     */
    boolean succeeded(@Nullable Object result, @Nullable Object[] arguments) {
      if (!mode.exchange) {
        return !(result instanceof Boolean done) || done;
      }
      Object expected = arguments[arguments.length - 2];
      return type.returnType() == void.class
          || result == expected
          || result instanceof Number && ofJdk(result) && result.equals(expected)
          || result instanceof Character && result.equals(expected)
          || result instanceof Boolean && result.equals(expected);
    }

    private static boolean ofJdk(Object o) {
      return o.getClass().getClassLoader() == null;
    }
  }

  private AccessModeHooks() {}

  private static MethodHandle access() {
    try {
      return MethodHandles.lookup()
          .findStatic(
              AccessModeHooks.class,
              "access",
              MethodType.methodType(Object.class, Target.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** After a variable handle was turned into a method handle; returns the handle to use. */
  public static MethodHandle ofHandle(
      MethodHandle found,
      @Nullable Object handle,
      @Nullable Object mode,
      ThreadState thread,
      long context,
      int site) {
    if (handle instanceof VarHandle variable && mode instanceof VarHandle.AccessMode known) {
      return followed(found, variable, false, known.methodName(), thread, site);
    }
    return found;
  }

  /** After an invoker of an access mode was made; returns the handle to use. */
  public static MethodHandle invoker(
      MethodHandle found, @Nullable Object mode, ThreadState thread, long context, int site) {
    if (mode instanceof VarHandle.AccessMode known) {
      return followed(found, null, false, known.methodName(), thread, site);
    }
    return found;
  }

  /** After a method was looked up, which may be an access mode; returns the handle to use. */
  public static MethodHandle virtual(
      MethodHandle found,
      @Nullable Object lookup,
      @Nullable Object owner,
      @Nullable Object name,
      ThreadState thread,
      long context,
      int site) {
    if (name instanceof String method && owner != VarHandle.class) {
      return NativeHandles.virtual(found, method);
    }
    if (owner == VarHandle.class && name instanceof String called) {
      for (VarHandle.AccessMode mode : VarHandle.AccessMode.values()) {
        if (mode.methodName().equals(called)) {
          return followed(found, null, false, called, thread, site);
        }
      }
    }
    return found;
  }

  /** After a method was looked up and bound to a receiver; returns the handle to use. */
  public static MethodHandle bound(
      MethodHandle found,
      @Nullable Object lookup,
      @Nullable Object receiver,
      @Nullable Object name,
      ThreadState thread,
      long context,
      int site) {
    return name instanceof String method ? NativeHandles.bound(found, receiver, method) : found;
  }

  /** After a handle of a method was made; returns the handle to use. */
  public static MethodHandle unreflected(
      MethodHandle found,
      @Nullable Object lookup,
      @Nullable Object method,
      ThreadState thread,
      long context,
      int site) {
    return method instanceof Method known ? NativeHandles.of(found, known) : found;
  }

  /** After a getter of array elements was made; returns the handle to use. */
  public static MethodHandle elementGetter(
      MethodHandle found, ThreadState thread, long context, int site) {
    return followed(found, null, true, "get", thread, site);
  }

  /** After a setter of array elements was made; returns the handle to use. */
  public static MethodHandle elementSetter(
      MethodHandle found, ThreadState thread, long context, int site) {
    return followed(found, null, true, "set", thread, site);
  }

  private static MethodHandle followed(
      MethodHandle found,
      @Nullable VarHandle handle,
      boolean element,
      String mode,
      ThreadState thread,
      int site) {
    int level = thread.mute;
    long outer = thread.goInside();
    try {
      MethodType type = found.type();
      int count = type.parameterCount();
      MethodHandle spread = found.asType(type.generic()).asSpreader(Object[].class, count);
      Target target = new Target(spread, type, handle, element, Mode.of(mode), site);
      return ACCESS.bindTo(target).asCollector(Object[].class, count).asType(type);
    } catch (RuntimeException | LinkageError leftAsItIs) {
      return found;
    } finally {
      thread.comeOut(level, outer);
    }
  }

  @SuppressWarnings("UnusedMethod") // called through its handle
  private static @Nullable Object access(Target target, @Nullable Object[] arguments)
      throws Throwable {
    ThreadState thread = ThreadState.current();
    Place place = target.place(arguments);
    Mode mode = target.mode;
    int effect = mode.effect;
    if (mode.plain) {
      Object result = (Object) target.direct.invokeExact(arguments);
      if (effect == Effect.READ) {
        PlaceHooks.afterPlainRead(place, thread, thread.context, target.site);
      } else {
        PlaceHooks.afterPlainWrite(place, thread, thread.context, target.site);
      }
      return result;
    }
    if (mode.conditional) {
      Object attempt = PlaceHooks.attempt(place, effect, thread);
      Object result = (Object) target.direct.invokeExact(arguments);
      boolean succeeded = target.succeeded(result, arguments);
      PlaceHooks.settle(place, attempt, succeeded, effect, thread, thread.context, target.site);
      return result;
    }
    PlaceHooks.before(place, effect, thread, thread.context, target.site);
    Object result = (Object) target.direct.invokeExact(arguments);
    PlaceHooks.after(place, effect, thread, thread.context, target.site);
    return result;
  }
}
