/** 3.5: all parts are joined. */
class RaceStringJoin {
  public static void main(String[] args) throws Exception {
    String[] array = new String[4];
    for (int i = 0; i < array.length; i++) {
      array[i] = "s";
    }
    Thread first =
        new Thread(
            () -> {
              String.join(",", array); // RACE String[]
            });
    Thread second =
        new Thread(
            () -> {
              array[3] = "t"; // RACE String[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
