package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.thread.ThreadState;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Gives method handles of native methods that synchronise hooks when they are looked up: {@code
 * Object.wait}, and {@code Thread.isAlive}, which is native before JDK 19. What is returned cannot
 * be revealed.
 */
final class NativeHandles {
  /** Object, milliseconds, nanoseconds. */
  private static final MethodHandle WAIT =
      hook("waitOn", MethodType.methodType(void.class, Object.class, long.class, int.class));

  private static final MethodHandle ALIVE =
      hook("isAlive", MethodType.methodType(boolean.class, Thread.class));

  private NativeHandles() {}

  private static MethodHandle hook(String name, MethodType type) {
    try {
      return MethodHandles.lookup().findStatic(NativeHandles.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The handle to use for one that was found, whose first parameter is the receiver. */
  static MethodHandle virtual(MethodHandle found, String name) {
    MethodHandle hooked = find(name, found.type());
    return hooked == null ? found : hooked.asType(found.type());
  }

  /** The same for one that has its receiver already. */
  static MethodHandle bound(MethodHandle found, @Nullable Object receiver, String name) {
    if (receiver == null) {
      return found;
    }
    MethodHandle hooked = find(name, found.type().insertParameterTypes(0, receiver.getClass()));
    return hooked == null ? found : hooked.bindTo(receiver).asType(found.type());
  }

  /** The same for a handle of a method. */
  static MethodHandle of(MethodHandle found, Method method) {
    Class<?> declaring = method.getDeclaringClass();
    return declaring == Object.class || declaring == Thread.class
        ? virtual(found, method.getName())
        : found;
  }

  /** The three forms of wait are final: no class can have others of that shape. */
  private static @Nullable MethodHandle find(String name, MethodType type) {
    int count = type.parameterCount();
    if (name.equals("isAlive")) {
      boolean is = count == 1 && Thread.class.isAssignableFrom(type.parameterType(0));
      return is ? ALIVE : null;
    }
    if (!name.equals("wait") || type.returnType() != void.class) {
      return null;
    }
    if (count == 1) {
      return MethodHandles.insertArguments(WAIT, 1, 0L, 0);
    }
    if (type.parameterType(1) != long.class) {
      return null;
    }
    if (count == 2) {
      return MethodHandles.insertArguments(WAIT, 2, 0);
    }
    return count == 3 && type.parameterType(2) == int.class ? WAIT : null;
  }

  @SuppressWarnings("UnusedMethod") // called through its handle
  private static void waitOn(Object lock, long millis, int nanos) throws InterruptedException {
    MonitorHooks.waitOn(lock, millis, nanos, ThreadState.current());
  }

  @SuppressWarnings("UnusedMethod") // called through its handle
  private static boolean isAlive(Thread thread) {
    boolean alive = thread.isAlive();
    ThreadHooks.aliveRead(thread, alive);
    return alive;
  }
}
