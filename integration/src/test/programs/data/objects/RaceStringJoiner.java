import java.util.StringJoiner;

/** 3.4: one location. */
class RaceStringJoiner {
  private static final StringJoiner text = new StringJoiner(",");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              text.add("c"); // RACE StringJoiner
            });
    Thread second =
        new Thread(
            () -> {
              text.length(); // RACE StringJoiner
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
