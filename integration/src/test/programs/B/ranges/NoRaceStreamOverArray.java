import java.util.Arrays;

/** 3.5: a stream reads the elements that it needs. */
class NoRaceStreamOverArray {
  private static final int[] array = new int[3];

  public static void main(String[] args) throws Exception {
    array[0] = 1;
    Thread first =
        new Thread(
            () -> {
              array[1] = 7;
            });
    Thread second =
        new Thread(
            () -> {
              Arrays.stream(array).findFirst();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
