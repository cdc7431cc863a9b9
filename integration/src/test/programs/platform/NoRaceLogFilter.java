import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** LOG-2: a filter, a formatter or a handler is used by other threads after it was set. */
class NoRaceLogFilter {
  static final Logger LOGGER = Logger.getLogger("demo");
  static volatile int go;

  static class Settings implements Filter {
    int limit;

    @Override
    public boolean isLoggable(LogRecord logged) {
      return limit > 0;
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
    int published;

    @Override
    public void publish(LogRecord logged) {
      if (published >= 0 && isLoggable(logged)) {
        getFormatter().format(logged);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  public static void main(String[] args) throws Exception {
    LOGGER.setUseParentHandlers(false);
    Thread user =
        new Thread(
            () -> {
              while (true) {
                Filter filter = LOGGER.getFilter();
                if (filter != null) {
                  break;
                }
                Thread.onSpinWait();
              }
              for (int i = 0; i < 3; i++) {
                LOGGER.info("hello");
              }
            });
    user.start();
    Sink sink = new Sink();
    sink.published = 1;
    Format format = new Format();
    format.prefix = ">";
    sink.setFormatter(format);
    Settings inner = new Settings();
    inner.limit = 2;
    sink.setFilter(inner);
    LOGGER.addHandler(sink);
    Settings settings = new Settings();
    settings.limit = 1;
    LOGGER.setFilter(settings);
    user.join();
  }
}
