package dev.racedetect.libraries;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Four threads that log through Logback's asynchronous appender. */
public final class LogbackDriver {
  private static final int EVENTS = 1_000;

  private LogbackDriver() {}

  /** Counts what arrives and how long it is when laid out. */
  private static final class Counting extends AppenderBase<ILoggingEvent> {
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong length = new AtomicLong();
    private final PatternLayout layout = new PatternLayout();

    @Override
    public void start() {
      layout.setContext(getContext());
      layout.setPattern("%level [%thread] %X{member} %logger{1} - %msg%n%ex{0}");
      layout.start();
      super.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
      events.incrementAndGet();
      length.addAndGet(layout.doLayout(event).length());
    }
  }

  /**
   * Prints the number of events and their total length.
   *
   * @param args not used
   * @throws Exception if a member fails
   */
  public static void main(String[] args) throws Exception {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    Counting counting = new Counting();
    counting.setContext(context);
    counting.start();
    AsyncAppender async = new AsyncAppender();
    async.setContext(context);
    async.setQueueSize(128);
    async.setDiscardingThreshold(0);
    async.setMaxFlushTime(0);
    async.addAppender(counting);
    async.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(async);
    Crew.run(4, LogbackDriver::log);
    context.stop();
    System.out.println("events=" + counting.events + " length=" + counting.length);
  }

  private static void log(int member) {
    MDC.put("member", "m" + member);
    Logger own = LoggerFactory.getLogger("driver.Member" + member);
    Logger shared = LoggerFactory.getLogger("driver.Shared");
    for (int i = 0; i < EVENTS; i++) {
      own.info("event {} of {}", 10_000 + i, member);
      shared.debug("never {}", i);
      if (i % 10 == 0) {
        shared.atWarn().addArgument(i).setCause(new IllegalStateException()).log("failure {}");
      }
    }
    MDC.clear();
  }
}
