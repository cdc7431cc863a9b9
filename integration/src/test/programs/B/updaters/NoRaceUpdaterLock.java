import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** FU-4: compareAndSet as lock entry, a volatile write as exit. */
class NoRaceUpdaterLock {
  static final AtomicIntegerFieldUpdater<NoRaceUpdaterLock> FLAG =
      AtomicIntegerFieldUpdater.newUpdater(NoRaceUpdaterLock.class, "flag");

  volatile int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceUpdaterLock o = new NoRaceUpdaterLock();
    Thread first =
        new Thread(
            () -> {
              work(o);
            });
    Thread second =
        new Thread(
            () -> {
              work(o);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }

  static void work(NoRaceUpdaterLock o) {
    for (int i = 0; i < 1000; i++) {
      while (!FLAG.compareAndSet(o, 0, 1)) {
        Thread.onSpinWait();
      }
      o.x++;
      o.flag = 0;
    }
  }
}
