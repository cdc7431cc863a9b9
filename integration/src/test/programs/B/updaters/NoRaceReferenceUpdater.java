import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** FU-4 for references. */
class NoRaceReferenceUpdater {
  static final AtomicReferenceFieldUpdater<NoRaceReferenceUpdater, String> FLAG =
      AtomicReferenceFieldUpdater.newUpdater(NoRaceReferenceUpdater.class, String.class, "flag");

  volatile String flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceReferenceUpdater o = new NoRaceReferenceUpdater();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              FLAG.compareAndSet(o, null, "set");
            });
    Thread second =
        new Thread(
            () -> {
              while (FLAG.get(o) == null) {
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
