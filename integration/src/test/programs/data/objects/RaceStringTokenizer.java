import java.util.StringTokenizer;

/** 3.4: hasMoreTokens skips delimiters. */
class RaceStringTokenizer {
  private static final StringTokenizer words = new StringTokenizer("a b c");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              words.hasMoreTokens(); // RACE StringTokenizer
            });
    Thread second =
        new Thread(
            () -> {
              words.nextToken(); // RACE StringTokenizer
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
