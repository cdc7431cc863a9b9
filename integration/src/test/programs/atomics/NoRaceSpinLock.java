import java.util.concurrent.atomic.AtomicBoolean;

/** AT-6: a spin lock. */
class NoRaceSpinLock {
  static final AtomicBoolean HELD = new AtomicBoolean();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              while (!HELD.compareAndSet(false, true)) {
                Thread.onSpinWait();
              }
              x++;
              HELD.set(false);
            });
    Thread second =
        new Thread(
            () -> {
              while (!HELD.compareAndSet(false, true)) {
                Thread.onSpinWait();
              }
              x++;
              HELD.set(false);
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (x != 2) {
      throw new AssertionError(x);
    }
  }
}
