import java.io.OutputStream;
import java.io.PrintStream;

/** F10: a print stream calls the stream behind it under a lock of its own, from printf as well. */
class NoRacePrintStreamCallout {
  static class Counting extends OutputStream {
    int count;

    @Override
    public void write(int b) {
      count++;
    }
  }

  public static void main(String[] args) throws Exception {
    Counting counting = new Counting();
    PrintStream out = new PrintStream(counting, true);
    Runnable printing =
        () -> {
          for (int i = 0; i < 10; i++) {
            out.println("x");
            out.printf("%d%n", i);
          }
        };
    Thread first = new Thread(printing);
    Thread second = new Thread(printing);
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
