import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.MemoryHandler;

/** LOG-2: what comes after the publication of a record is not ordered before its push. */
class RaceMemoryHandler {
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
    HANDLER.publish(new LogRecord(Level.INFO, "x"));
    x = 1; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(RaceMemoryHandler::writer);
    t.start();
    while (records == 0) {
      HANDLER.push();
    }
    int seen = x; // RACE x
    t.join();
  }
}
