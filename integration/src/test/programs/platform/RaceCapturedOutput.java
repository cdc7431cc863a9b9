import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** SY-10: what comes after the output is not ordered before whoever finds it. */
class RaceCapturedOutput {
  static final ByteArrayOutputStream BYTES = new ByteArrayOutputStream();
  static final PrintStream OUT = new PrintStream(BYTES, true);
  static int x;

  static void writer() {
    OUT.println("done");
    x = 1; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(RaceCapturedOutput::writer);
    t.start();
    while (!BYTES.toString().contains("done")) {
      Thread.onSpinWait();
    }
    int seen = x; // RACE x
    t.join();
  }
}
