import java.io.OutputStream;
import java.io.PrintStream;

/** F10: two print streams have two locks, whatever stream is behind them. */
class RacePrintStreamCallout {
  static class Counting extends OutputStream {
    int count;

    @Override
    public void write(int b) {
      count++; // RACE Counting.count
    }
  }

  public static void main(String[] args) throws Exception {
    Counting counting = new Counting();
    PrintStream one = new PrintStream(counting);
    PrintStream other = new PrintStream(counting);
    Thread first = new Thread(() -> one.println("x"));
    Thread second = new Thread(() -> other.println("x"));
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
