import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

/** F10: critical sections of a writer and of a reader synchronize on the lock they were given. */
class NoRaceCriticalSectionsOfWriter {
  static class Counting extends Writer {
    int writes;

    Counting(Object lock) {
      super(lock);
    }

    @Override
    public void write(char[] text, int offset, int length) {
      writes++;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  static class Source extends Reader {
    int reads;

    @Override
    public int read(char[] text, int offset, int length) {
      reads++;
      return length;
    }

    @Override
    public void close() {}
  }

  public static void main(String[] args) throws Exception {
    Object lock = new Object();
    Counting writer = new Counting(lock);
    Source reader = new Source();
    Thread other =
        new Thread(
            () -> {
              try {
                writer.write("text");
                writer.append('c');
                reader.skip(3);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    other.start();
    writer.write('c');
    synchronized (lock) {
      writer.writes++;
    }
    synchronized (reader) {
      reader.reads++;
    }
    other.join();
  }
}
