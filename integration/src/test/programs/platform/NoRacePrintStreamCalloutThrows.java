import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** F10: the stream behind a print stream throws, which the print stream keeps to itself. */
class NoRacePrintStreamCalloutThrows {
  static class Failing extends OutputStream {
    int count;

    @Override
    public void write(int b) throws IOException {
      count++;
      throw new IOException();
    }
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(new Failing(), true);
    Thread first = new Thread(() -> out.write(1));
    Thread second = new Thread(() -> out.write(2));
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
