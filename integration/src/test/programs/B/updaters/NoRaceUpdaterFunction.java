import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** FU-6: what the function does is released by the update, and it sees what the read acquires. */
class NoRaceUpdaterFunction {
  static final AtomicIntegerFieldUpdater<NoRaceUpdaterFunction> FLAG =
      AtomicIntegerFieldUpdater.newUpdater(NoRaceUpdaterFunction.class, "flag");

  volatile int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceUpdaterFunction o = new NoRaceUpdaterFunction();
    Thread first =
        new Thread(
            () -> {
              FLAG.updateAndGet(
                  o,
                  old -> {
                    o.x = 1;
                    return old + 1;
                  });
            });
    Thread second =
        new Thread(
            () -> {
              int seen = 0;
              while (seen == 0) {
                seen = FLAG.getAndAccumulate(o, 0, (old, add) -> old == 0 ? 0 : old + o.x - 1);
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
