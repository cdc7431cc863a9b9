import java.util.concurrent.atomic.AtomicBoolean;

/** AT-10: a spin lock that is unlocked by an opaque write. */
class RaceSpinLockUnlockedOpaquely {
  static final AtomicBoolean HELD = new AtomicBoolean();
  static int x;

  static void inc() {
    while (!HELD.weakCompareAndSetPlain(false, true)) {
      Thread.onSpinWait();
    }
    x++; // RACE x
    HELD.setOpaque(false);
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              inc();
            });
    Thread second =
        new Thread(
            () -> {
              inc();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
