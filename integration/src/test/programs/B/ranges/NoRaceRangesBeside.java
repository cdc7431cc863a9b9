import java.util.Arrays;

/** 3.5: the other half. */
class NoRaceRangesBeside {
  public static void main(String[] args) throws Exception {
    int[] a = new int[8];
    Thread first =
        new Thread(
            () -> {
              Arrays.fill(a, 0, 4, 1);
              Arrays.sort(a, 0, 4);
            });
    Thread second =
        new Thread(
            () -> {
              Arrays.fill(a, 4, 8, 1);
              int[] copy = Arrays.copyOfRange(a, 4, 8);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
