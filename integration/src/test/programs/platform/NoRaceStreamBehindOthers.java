import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.util.concurrent.Callable;

/** F10: skip, available, ready and close of a stream of the application, called with the stream before it locked. */
class NoRaceStreamBehindOthers {
  static final class In extends InputStream {
    int plain;

    @Override
    public int read() {
      return plain++ & 127;
    }

    @Override
    public long skip(long n) {
      plain++;
      return n;
    }

    @Override
    public int available() {
      return plain++ & 127;
    }
  }

  static final class Text extends Reader {
    int plain;

    @Override
    public int read(char[] buffer, int from, int length) {
      plain++;
      buffer[from] = 'x';
      return 1;
    }

    @Override
    public boolean ready() {
      return plain++ > 0;
    }

    @Override
    public void close() {
      plain++;
    }
  }

  static final class Out extends OutputStream {
    int plain;

    @Override
    public void write(int b) {
      plain++;
    }

    @Override
    public void close() {
      plain++;
    }
  }

  static void twice(Callable<?> first, Callable<?> second) throws Exception {
    Thread thread = new Thread(() -> call(first));
    thread.start();
    call(second);
    thread.join();
  }

  static void call(Callable<?> action) {
    try {
      action.call();
    } catch (IOException e) {
      // Closed by the other thread.
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    BufferedInputStream in = new BufferedInputStream(new In(), 4);
    twice(() -> in.skip(64), in::available);
    twice(in::read, () -> in.skip(64));
    BufferedReader text = new BufferedReader(new Text(), 4);
    twice(text::read, text::ready);
    twice(text::ready, () -> close(text));
    PrintStream out = new PrintStream(new Out());
    twice(() -> out.append('x'), () -> close(out));
    DataOutputStream data = new DataOutputStream(new Out());
    twice(() -> write(data), () -> write(data));
  }

  static Object close(AutoCloseable stream) throws Exception {
    stream.close();
    return null;
  }

  static Object write(DataOutputStream data) throws IOException {
    data.write(1);
    data.write(new byte[2], 0, 2);
    return null;
  }
}
