import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** FU-3, FU-1: lazySet releases. */
class NoRaceUpdaterLazySet {
  static final AtomicIntegerFieldUpdater<NoRaceUpdaterLazySet> FLAG =
      AtomicIntegerFieldUpdater.newUpdater(NoRaceUpdaterLazySet.class, "flag");

  volatile int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceUpdaterLazySet o = new NoRaceUpdaterLazySet();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              FLAG.lazySet(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while (FLAG.get(o) == 0) {
                Thread.onSpinWait();
              }
              if (o.x != 1) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
