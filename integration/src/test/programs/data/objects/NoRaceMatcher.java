import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 3.4: find against group: reads only, or one for each thread. */
class NoRaceMatcher {
  private static final Matcher matcher = Pattern.compile("a").matcher("aaa");

  public static void main(String[] args) throws Exception {
    matcher.find();
    Thread first =
        new Thread(
            () -> {
              matcher.group();
            });
    Thread second =
        new Thread(
            () -> {
              matcher.start();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
