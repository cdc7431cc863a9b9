import java.io.IOException;
import java.io.Writer;

/** F10: a writer that was given a lock does not synchronize on itself. */
class RaceCriticalSectionOfWriter {
  static class Counting extends Writer {
    int writes;

    Counting(Object lock) {
      super(lock);
    }

    @Override
    public void write(char[] text, int offset, int length) {
      writes++; // RACE writes
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  public static void main(String[] args) throws Exception {
    Counting writer = new Counting(new Object());
    Thread other =
        new Thread(
            () -> {
              try {
                writer.write("text");
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    other.start();
    synchronized (writer) {
      writer.writes++; // RACE writes
    }
    other.join();
  }
}
