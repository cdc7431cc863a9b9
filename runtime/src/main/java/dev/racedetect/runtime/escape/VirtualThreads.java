package dev.racedetect.runtime.escape;

import java.lang.reflect.Method;
import java.util.stream.Stream;

/**
 * The virtual threads that live, as the JDK's own thread dump finds them (JDK 21). May miss those
 * of a JVM in which {@code jdk.trackAllThreads} is off.
 *
 * <p>Only asked when the JVM ends. The JDK hands them out as streams: the thread is muted
 * meanwhile, so that no hook in them counts.
 */
final class VirtualThreads {
  /** More are not looked at: their stacks have to be walked one by one. */
  private static final int MOST = 10_000;

  private VirtualThreads() {}

  /** Whether a virtual thread other than the current one is in the program's own code. */
  static boolean anyInOwnCode() {
    int level = EscapeWatch.mute();
    try {
      Class<?> containers = Class.forName("jdk.internal.vm.ThreadContainers", true, null);
      Class<?> container = Class.forName("jdk.internal.vm.ThreadContainer", true, null);
      Object root = containers.getMethod("root").invoke(null);
      return any(root, container.getMethod("threads"), container.getMethod("children"));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError before21) {
      return false;
    } finally {
      EscapeWatch.unmute(level);
    }
  }

  private static boolean any(Object container, Method threads, Method children)
      throws ReflectiveOperationException {
    Object[] all = ((Stream<?>) threads.invoke(container)).limit(MOST).toArray();
    for (Object thread : all) {
      if (thread instanceof Thread t
          && t != Thread.currentThread()
          && Threads.isVirtual(t)
          && OwnCode.appearsIn(t.getStackTrace())) {
        return true;
      }
    }
    for (Object child : ((Stream<?>) children.invoke(container)).toArray()) {
      if (any(child, threads, children)) {
        return true;
      }
    }
    return false;
  }
}
