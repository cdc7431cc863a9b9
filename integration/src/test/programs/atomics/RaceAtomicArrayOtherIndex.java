import java.util.concurrent.atomic.AtomicIntegerArray;

/** AT-1: another element of an atomic array. */
class RaceAtomicArrayOtherIndex {
  static final AtomicIntegerArray A = new AtomicIntegerArray(2);
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              A.set(0, 1);
            });
    Thread second =
        new Thread(
            () -> {
              int got = A.get(1);
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
