import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** MON-5: wait, called by reflection or a method handle, gives the monitor up meanwhile. */
class NoRaceReflectiveWait {
  interface Wait {
    void on(Object lock) throws Throwable;
  }

  static class Turn {
    final Object lock = new Object();
    int x;
    boolean waits;
    boolean done;

    void run(Wait wait) throws Exception {
      Thread waiter =
          new Thread(
              () -> {
                try {
                  synchronized (lock) {
                    x = 1;
                    waits = true;
                    while (!done) {
                      wait.on(lock);
                    }
                    if (x != 2) {
                      throw new AssertionError();
                    }
                  }
                } catch (Throwable e) {
                  throw new AssertionError(e);
                }
              });
      waiter.start();
      for (boolean over = false; !over; Thread.yield()) {
        synchronized (lock) {
          if (waits) {
            x++;
            done = true;
            over = true;
            lock.notifyAll();
          }
        }
      }
      waiter.join();
    }
  }

  public static void main(String[] args) throws Exception {
    new Turn().run(lock -> Object.class.getMethod("wait").invoke(lock));
    new Turn().run(lock -> Object.class.getMethod("wait", long.class).invoke(lock, 5000L));
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    MethodHandle plain =
        lookup.findVirtual(Object.class, "wait", MethodType.methodType(void.class));
    new Turn().run(lock -> plain.invoke(lock));
    MethodType timed = MethodType.methodType(void.class, long.class, int.class);
    new Turn().run(lock -> lookup.bind(lock, "wait", timed).invoke(5000L, 1));
    MethodHandle unreflected = lookup.unreflect(Object.class.getMethod("wait", long.class));
    new Turn()
        .run(
            lock -> {
              unreflected.invokeExact(lock, 5000L);
            });
  }
}
