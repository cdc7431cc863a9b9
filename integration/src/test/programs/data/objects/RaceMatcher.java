import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 3.4: find against group. */
class RaceMatcher {
  private static final Matcher matcher = Pattern.compile("a").matcher("aaa");

  public static void main(String[] args) throws Exception {
    matcher.find();
    Thread first =
        new Thread(
            () -> {
              matcher.find(); // RACE Matcher
            });
    Thread second =
        new Thread(
            () -> {
              matcher.find(); // RACE Matcher
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
