import java.util.Arrays;

/** 3.5: comparing equal arrays reads all elements. */
class RaceArraysEquals {
  public static void main(String[] args) throws Exception {
    int[] a = new int[8];
    int[] b = new int[8];
    Thread first =
        new Thread(
            () -> {
              b[5] = 0; // RACE int[]
            });
    Thread second =
        new Thread(
            () -> {
              boolean same = Arrays.equals(a, b); // RACE int[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
