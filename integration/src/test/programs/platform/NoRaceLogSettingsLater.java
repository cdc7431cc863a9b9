import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** LOG-2: settings that change while other threads log are handed over. */
class NoRaceLogSettingsLater {
  static final Logger LOGGER = Logger.getLogger("demo");

  static class Settings implements Filter {
    int limit;

    @Override
    public boolean isLoggable(LogRecord logged) {
      return limit >= 0;
    }
  }

  static class Format extends Formatter {
    String prefix;

    @Override
    public String format(LogRecord logged) {
      return prefix + logged.getMessage();
    }
  }

  static class Sink extends Handler {
    @Override
    public void publish(LogRecord logged) {
      if (isLoggable(logged)) {
        getFormatter().format(logged);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  static Format format(String prefix) {
    Format format = new Format();
    format.prefix = prefix;
    return format;
  }

  public static void main(String[] args) throws Exception {
    LOGGER.setUseParentHandlers(false);
    LOGGER.setLevel(Level.ALL);
    Sink sink = new Sink();
    sink.setFormatter(format(""));
    LOGGER.addHandler(sink);
    Thread user =
        new Thread(
            () -> {
              for (int i = 0; i < 3000; i++) {
                LOGGER.fine("hello");
              }
            });
    user.start();
    for (int i = 0; i < 100; i++) {
      Settings settings = new Settings();
      settings.limit = i;
      LOGGER.setFilter(settings);
      Settings own = new Settings();
      own.limit = i;
      sink.setFilter(own);
      sink.setFormatter(format("" + i));
      Thread.sleep(1);
    }
    user.join();
  }
}
