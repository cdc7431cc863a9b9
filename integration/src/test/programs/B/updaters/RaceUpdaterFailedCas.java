import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** FU-4: a failed compareAndSet releases nothing. */
class RaceUpdaterFailedCas {
  static final AtomicIntegerFieldUpdater<RaceUpdaterFailedCas> FLAG =
      AtomicIntegerFieldUpdater.newUpdater(RaceUpdaterFailedCas.class, "flag");

  volatile int flag;
  int x;

  public static void main(String[] args) throws Exception {
    RaceUpdaterFailedCas o = new RaceUpdaterFailedCas();
    Thread first =
        new Thread(
            () -> {
              o.x = 1; // RACE x
              FLAG.compareAndSet(o, 5, 6);
            });
    Thread second =
        new Thread(
            () -> {
              int seen = o.flag + o.x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
