/** Arrays.copyOf reads the array. */
class RaceArraysCopyOf {
  static final String[] CELLS = {"3", "1", "2"};

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              CELLS[1] = "9"; // RACE String[]
            });
    Thread second =
        new Thread(
            () -> {
              String[] mine = java.util.Arrays.copyOf(CELLS, 2); // RACE String[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
