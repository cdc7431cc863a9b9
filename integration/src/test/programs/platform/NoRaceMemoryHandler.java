import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.MemoryHandler;

/** LOG-2, F10: a record that a memory handler keeps is handed to whoever pushes it; the handler behind is called by one thread at a time. */
class NoRaceMemoryHandler {
  static int records;
  
  static final MemoryHandler HANDLER =
      new MemoryHandler(
          new Handler() {
            @Override
            public void publish(LogRecord record) {
              records++;
            }
  
            @Override
            public void flush() {}
  
            @Override
            public void close() {}
          },
          8,
          Level.OFF);
  static int x;

  static void writer() {
    x = 1;
    HANDLER.publish(new LogRecord(Level.INFO, "x"));
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(NoRaceMemoryHandler::writer);
    t.start();
    while (records == 0) {
      HANDLER.push();
    }
    int seen = x;
    t.join();
    if (seen != 1) {
      throw new AssertionError(seen);
    }
  }
}
