import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** CDL-1: one thread opens the gate for many. */
class NoRaceStartGate {
  static final CountDownLatch GATE = new CountDownLatch(1);
  static int x;

  static void pass() {
    sneak(
        () -> {
          GATE.await();
          return null;
        });
    if (x != 1) {
      throw new AssertionError(x);
    }
  }

  static void sneak(Callable<?> action) {
    try {
      action.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread a = new Thread(() -> pass());
    Thread b = new Thread(() -> pass());
    a.start();
    b.start();
    x = 1;
    GATE.countDown();
    a.join();
    b.join();
  }
}
