import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** FU-2, VOL-1: an updater and the volatile field are one variable. */
class NoRaceUpdaterSet {
  static final AtomicIntegerFieldUpdater<NoRaceUpdaterSet> FLAG =
      AtomicIntegerFieldUpdater.newUpdater(NoRaceUpdaterSet.class, "flag");

  volatile int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceUpdaterSet o = new NoRaceUpdaterSet();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              FLAG.set(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while (o.flag == 0) {
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
