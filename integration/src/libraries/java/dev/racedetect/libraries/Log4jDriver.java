package dev.racedetect.libraries;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.appender.AsyncAppender;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/**
 * Four threads that log through Log4j 2: to an asynchronous appender, or, with the argument {@code
 * loggers}, through asynchronous loggers.
 */
public final class Log4jDriver {
  private static final int EVENTS = 1_000;

  private Log4jDriver() {}

  /** Counts what arrives and how long it is when laid out. */
  private static final class Counting extends AbstractAppender {
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong length = new AtomicLong();

    Counting() {
      super(
          "counting",
          null,
          PatternLayout.newBuilder()
              .setPattern("%p [%t] %X{member} %c{1} - %m %ex{short.className}")
              .build(),
          false,
          Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      events.incrementAndGet();
      length.addAndGet(getLayout().toByteArray(event).length);
    }
  }

  /**
   * Prints the number of events and their total length.
   *
   * @param args {@code loggers} for asynchronous loggers
   * @throws Exception if a member fails
   */
  public static void main(String[] args) throws Exception {
    boolean loggers = args.length > 0 && args[0].equals("loggers");
    if (loggers) {
      System.setProperty(
          "log4j2.contextSelector",
          "org.apache.logging.log4j.core.async.AsyncLoggerContextSelector");
    }
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    Counting counting = new Counting();
    counting.start();
    attach(context, counting, !loggers);
    Crew.run(4, Log4jDriver::log);
    LogManager.shutdown();
    System.out.println("events=" + counting.events + " length=" + counting.length);
  }

  private static void attach(LoggerContext context, Appender sink, boolean asynchronous) {
    Configuration configuration = context.getConfiguration();
    configuration.addAppender(sink);
    Appender appender = sink;
    if (asynchronous) {
      appender =
          AsyncAppender.newBuilder()
              .setName("async")
              .setBufferSize(128)
              .setConfiguration(configuration)
              .setAppenderRefs(
                  new AppenderRef[] {AppenderRef.createAppenderRef(sink.getName(), null, null)})
              .build();
      appender.start();
      configuration.addAppender(appender);
    }
    LoggerConfig root = configuration.getRootLogger();
    for (String name : root.getAppenders().keySet().toArray(new String[0])) {
      root.removeAppender(name);
    }
    root.addAppender(appender, null, null);
    root.setLevel(Level.INFO);
    context.updateLoggers();
  }

  private static void log(int member) {
    ThreadContext.put("member", "m" + member);
    Logger own = LogManager.getLogger("driver.Member" + member);
    Logger shared = LogManager.getLogger("driver.Shared");
    for (int i = 0; i < EVENTS; i++) {
      own.info("event {} of {}", 10_000 + i, member);
      shared.debug("never {}", i);
      if (i % 10 == 0) {
        shared.warn("failure " + (10_000 + i), new IllegalStateException("expected"));
      }
    }
    ThreadContext.clearAll();
  }
}
