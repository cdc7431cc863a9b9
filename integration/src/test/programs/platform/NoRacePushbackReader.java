import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** F10: a reader that synchronizes calls another one by one thread at a time. */
class NoRacePushbackReader {
  static class Counting extends Reader {
    int count;

    @Override
    public int read() {
      return count++ < 200 ? 'a' : -1;
    }

    @Override
    public int read(char[] into, int from, int length) {
      if (count++ >= 200) {
        return -1;
      }
      into[from] = 'b';
      return 1;
    }

    @Override
    public boolean ready() {
      return count < 200;
    }

    @Override
    public void close() {}
  }

  public static void main(String[] args) throws Exception {
    PushbackReader reader = new PushbackReader(new Counting());
    Runnable body =
        () -> {
          try {
            char[] some = new char[4];
            for (int i = 0; i < 50; i++) {
              if (reader.ready()) {
                reader.read();
                reader.read(some, 0, 4);
              }
            }
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        };
    Thread first = new Thread(body);
    Thread second = new Thread(body);
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
