import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** SY-10: whoever finds the output in a ByteArrayOutputStream comes after who wrote it. */
class NoRaceCapturedOutput {
  static final ByteArrayOutputStream BYTES = new ByteArrayOutputStream();
  static final PrintStream OUT = new PrintStream(BYTES, true);
  static int x;

  static void writer() {
    x = 1;
    OUT.println("done");
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(NoRaceCapturedOutput::writer);
    t.start();
    while (!BYTES.toString().contains("done")) {
      Thread.onSpinWait();
    }
    int seen = x;
    t.join();
    if (seen != 1) {
      throw new AssertionError(seen);
    }
  }
}
