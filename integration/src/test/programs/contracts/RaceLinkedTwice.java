import java.util.concurrent.CyclicBarrier;

/** IND-2: two threads that link references to the same methods at once are not ordered by it. */
class RaceLinkedTwice {
  static final CyclicBarrier BARRIER = new CyclicBarrier(2);
  static int x;

  static void link(Runnable... references) {
    for (Runnable reference : references) {
      reference.run();
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              await();
              x = 1; // RACE x
              link(Thread::onSpinWait, Thread::yield, Runtime::version, System::lineSeparator);
              link(System::nanoTime, System::currentTimeMillis, Thread::currentThread);
            });
    Thread second =
        new Thread(
            () -> {
              await();
              link(Thread::onSpinWait, Thread::yield, Runtime::version, System::lineSeparator);
              link(System::nanoTime, System::currentTimeMillis, Thread::currentThread);
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }

  static void await() {
    try {
      BARRIER.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
