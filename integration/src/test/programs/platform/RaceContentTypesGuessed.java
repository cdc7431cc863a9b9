import java.net.URLConnection;

/** F: the table of content types orders nobody. */
class RaceContentTypesGuessed {
  private static int shared;

  public static void main(String[] args) throws Exception {
    URLConnection.guessContentTypeFromName("a.txt");
    Thread first =
        new Thread(
            () -> {
              shared = 1; // RACE shared
              URLConnection.guessContentTypeFromName("a.txt");
            });
    Thread second =
        new Thread(
            () -> {
              URLConnection.guessContentTypeFromName("a.txt");
              shared = 2; // RACE shared
            });
    first.start();
    Thread.sleep(200); // no order, but the one that could hide the race
    second.start();
    first.join();
    second.join();
  }
}
