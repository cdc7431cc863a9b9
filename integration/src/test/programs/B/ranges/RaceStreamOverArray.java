import java.util.Arrays;

/** 3.5: a stream reads the elements when its work is done. */
class RaceStreamOverArray {
  private static final int[] array = new int[3];

  public static void main(String[] args) throws Exception {
    array[0] = 1;
    Thread first =
        new Thread(
            () -> {
              array[1] = 7; // RACE int[]
            });
    Thread second =
        new Thread(
            () -> {
              Arrays.stream(array).sum(); // RACE int[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
