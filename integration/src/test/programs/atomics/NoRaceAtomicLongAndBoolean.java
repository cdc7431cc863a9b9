import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** AT-2: AtomicLong and AtomicBoolean. */
class NoRaceAtomicLongAndBoolean {
  static final AtomicLong L = new AtomicLong();
  static final AtomicBoolean B = new AtomicBoolean();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread middle =
        new Thread(
            () -> {
              while (L.get() == 0) {
                Thread.onSpinWait();
              }
              B.set(true);
            });
    middle.start();
    Thread reader =
        new Thread(
            () -> {
              while (!B.get()) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    reader.start();
    x = 1;
    L.set(1);
    reader.join();
    middle.join();
  }
}
