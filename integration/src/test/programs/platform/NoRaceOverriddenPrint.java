import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;

/** F10: what println and a stack trace call meanwhile is called by one thread at a time. */
class NoRaceOverriddenPrint {
  static class Lines extends PrintStream {
    int prints;

    Lines() {
      super(OutputStream.nullOutputStream());
    }

    @Override
    public void print(int i) {
      prints++;
    }
  }

  static class Traces extends PrintWriter {
    int prints;

    Traces() {
      super(Writer.nullWriter());
    }

    @Override
    public void println(Object o) {
      prints++;
    }
  }

  public static void main(String[] args) throws Exception {
    Lines lines = new Lines();
    Traces traces = new Traces();
    Thread[] threads = new Thread[2];
    for (int k = 0; k < 2; k++) {
      threads[k] =
          new Thread(
              () -> {
                lines.println(3);
                new Exception().printStackTrace(traces);
              });
      threads[k].start();
    }
    for (Thread t : threads) {
      t.join();
    }
  }
}
