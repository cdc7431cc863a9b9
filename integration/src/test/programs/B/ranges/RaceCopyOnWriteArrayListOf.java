import java.util.concurrent.CopyOnWriteArrayList;

/** 3.5: a list copies the array. */
class RaceCopyOnWriteArrayListOf {
  public static void main(String[] args) throws Exception {
    String[] array = new String[4];
    for (int i = 0; i < array.length; i++) {
      array[i] = "s";
    }
    Thread first =
        new Thread(
            () -> {
              new CopyOnWriteArrayList<>(array); // RACE String[]
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
