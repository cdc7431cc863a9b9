import java.util.StringTokenizer;

/** 3.4: hasMoreTokens skips delimiters: reads only, or one for each thread. */
class NoRaceStringTokenizer {
  private static final StringTokenizer words = new StringTokenizer("a b c");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              words.countTokens();
            });
    Thread second =
        new Thread(
            () -> {
              words.countTokens();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
