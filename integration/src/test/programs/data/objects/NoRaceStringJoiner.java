import java.util.StringJoiner;

/** 3.4: one location: reads only, or one for each thread. */
class NoRaceStringJoiner {
  private static final StringJoiner text = new StringJoiner(",");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              text.length();
            });
    Thread second =
        new Thread(
            () -> {
              text.toString();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
