import java.util.concurrent.atomic.AtomicIntegerArray;

/** AT-1: the elements of an atomic array. */
class NoRaceAtomicArray {
  static final AtomicIntegerArray A = new AtomicIntegerArray(2);
  static int x;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while (A.get(1) == 0) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    reader.start();
    x = 1;
    A.set(1, 1);
    reader.join();
  }
}
