import java.net.MalformedURLException;
import java.net.URL;

/** F: the table of handlers, in which each URL is looked up, orders nothing. */
class RaceUrlsOfOneProtocol {
  static int x;
  
  static void look(String text) {
    try {
      new URL(text);
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    look("http://zero/");
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              look("http://one/");
            });
    Thread second =
        new Thread(
            () -> {
              look("http://two/");
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
