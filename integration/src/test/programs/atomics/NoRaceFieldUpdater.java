import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** FU-1, FU-4: an updater and the volatile field are one location. */
class NoRaceFieldUpdater {
  volatile int v;
  int x;
  static final AtomicIntegerFieldUpdater<NoRaceFieldUpdater> V =
      AtomicIntegerFieldUpdater.newUpdater(NoRaceFieldUpdater.class, "v");

  void inc() {
    while (!V.compareAndSet(this, 0, 1)) {
      Thread.onSpinWait();
    }
    x++;
    v = 0;
  }

  public static void main(String[] args) throws Exception {
    NoRaceFieldUpdater o = new NoRaceFieldUpdater();
    Thread first =
        new Thread(
            () -> {
              o.inc();
            });
    Thread second =
        new Thread(
            () -> {
              o.inc();
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (o.x != 2) {
      throw new AssertionError();
    }
  }
}
