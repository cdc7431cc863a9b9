import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** FU-2: who has not read the field has acquired nothing. */
class RaceUpdaterNotRead {
  static final AtomicIntegerFieldUpdater<RaceUpdaterNotRead> FLAG =
      AtomicIntegerFieldUpdater.newUpdater(RaceUpdaterNotRead.class, "flag");

  volatile int flag;
  int x;

  public static void main(String[] args) throws Exception {
    RaceUpdaterNotRead o = new RaceUpdaterNotRead();
    Thread first =
        new Thread(
            () -> {
              o.x = 1; // RACE x
              FLAG.incrementAndGet(o);
            });
    Thread second =
        new Thread(
            () -> {
              int seen = o.x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
