package perop;

import java.lang.reflect.Method;
import java.util.concurrent.ThreadFactory;

/** Start and join of threads, one after another. */
final class ThreadOps {
  private static final int COUNT = 100;
  private static final int VIRTUAL_COUNT = 1000;

  void measure(Harness harness) throws Exception {
    if (Runtime.version().feature() >= 21) {
      ThreadFactory virtual = virtualThreads();
      harness.measure(
          "spawn-join",
          VIRTUAL_COUNT,
          Harness.Clock.PROCESS,
          () -> startAndJoinFromVirtual(virtual));
    }
    harness.measure(
        "spawn-join-platform",
        COUNT,
        Harness.Clock.PROCESS,
        () -> startAndJoin(Thread::new, COUNT));
  }

  /** From within a virtual thread: as in Go, nobody waits but threads that are cheap to wake. */
  private static long startAndJoinFromVirtual(ThreadFactory factory) throws InterruptedException {
    Thread parent = factory.newThread(() -> startAndJoinQuietly(factory));
    parent.start();
    parent.join();
    return 0;
  }

  private static void startAndJoinQuietly(ThreadFactory factory) {
    try {
      startAndJoin(factory, VIRTUAL_COUNT);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long startAndJoin(ThreadFactory factory, int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      Thread t = factory.newThread(() -> {});
      t.start();
      t.join();
    }
    return 0;
  }

  /** {@code Thread.ofVirtual().factory()}, by reflection so that this compiles for Java 17. */
  private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
    return (ThreadFactory) factory.invoke(builder);
  }
}
