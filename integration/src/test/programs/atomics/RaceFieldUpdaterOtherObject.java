import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** FU-1: one updater serves many objects, each with a field of its own. */
class RaceFieldUpdaterOtherObject {
  volatile int v;
  static int x;
  static final AtomicIntegerFieldUpdater<RaceFieldUpdaterOtherObject> V =
      AtomicIntegerFieldUpdater.newUpdater(RaceFieldUpdaterOtherObject.class, "v");

  public static void main(String[] args) throws Exception {
    RaceFieldUpdaterOtherObject a = new RaceFieldUpdaterOtherObject();
    RaceFieldUpdaterOtherObject b = new RaceFieldUpdaterOtherObject();
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              V.set(a, 1);
            });
    Thread second =
        new Thread(
            () -> {
              int got = V.get(b);
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
