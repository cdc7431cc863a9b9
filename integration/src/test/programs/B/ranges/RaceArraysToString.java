import java.util.Arrays;

/** 3.5: the text holds every element. */
class RaceArraysToString {
  public static void main(String[] args) throws Exception {
    int[] a = new int[8];
    Thread first =
        new Thread(
            () -> {
              a[5] = 1; // RACE int[]
            });
    Thread second =
        new Thread(
            () -> {
              String seen = Arrays.toString(a); // RACE int[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
