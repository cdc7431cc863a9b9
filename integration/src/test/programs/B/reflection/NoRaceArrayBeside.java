import java.lang.reflect.Array;

/** MH-4: other elements. */
class NoRaceArrayBeside {
  public static void main(String[] args) throws Exception {
    int[] a = new int[4];
    Thread first =
        new Thread(
            () -> {
              Array.set(a, 2, 1);
            });
    Thread second =
        new Thread(
            () -> {
              int seen = a[1] + Array.getInt(a, 3);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
