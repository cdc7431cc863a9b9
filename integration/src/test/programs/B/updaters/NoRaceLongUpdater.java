import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/** FU-6 for long. */
class NoRaceLongUpdater {
  static final AtomicLongFieldUpdater<NoRaceLongUpdater> FLAG =
      AtomicLongFieldUpdater.newUpdater(NoRaceLongUpdater.class, "flag");

  volatile long flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceLongUpdater o = new NoRaceLongUpdater();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              FLAG.getAndAdd(o, 1L);
            });
    Thread second =
        new Thread(
            () -> {
              while (FLAG.addAndGet(o, 0L) == 0L) {
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
