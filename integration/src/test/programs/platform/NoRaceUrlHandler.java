import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/** F: who looks for the handler of a protocol comes after who has made it. */
class NoRaceUrlHandler {
  static class Handler extends URLStreamHandler {
    int parsed; // plain

    Handler() {
      parsed = 1;
    }

    @Override
    protected void parseURL(URL url, String spec, int start, int limit) {
      if (parsed == 0) {
        throw new AssertionError();
      }
    }

    @Override
    protected URLConnection openConnection(URL url) {
      throw new AssertionError();
    }
  }

  static void look(String text) {
    try {
      new URL(text);
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    URL.setURLStreamHandlerFactory(
        protocol -> protocol.equals("hand") ? new Handler() : null);
    Thread first =
        new Thread(
            () -> {
              look("hand:one");
            });
    Thread second =
        new Thread(
            () -> {
              look("hand:two");
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
