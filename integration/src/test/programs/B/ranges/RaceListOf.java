import java.util.List;

/** 3.5: List.of reads the array that it is given. */
class RaceListOf {
  private static final Integer[] array = {1, 2, 3};

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              List.of(array); // RACE Integer[]
            });
    Thread second =
        new Thread(
            () -> {
              array[2] = 7; // RACE Integer[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
