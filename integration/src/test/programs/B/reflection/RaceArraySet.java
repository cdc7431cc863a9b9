import java.lang.reflect.Array;

/** MH-4: plain accesses to an element. */
class RaceArraySet {
  public static void main(String[] args) throws Exception {
    int[] a = new int[4];
    Thread first =
        new Thread(
            () -> {
              Array.setInt(a, 2, 1); // RACE int[]
            });
    Thread second =
        new Thread(
            () -> {
              int seen = a[2]; // RACE int[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
