import java.io.OutputStream;
import java.io.PrintStream;

/** F10: print as such excludes nobody. */
class RaceOverriddenPrint {
  static class Lines extends PrintStream {
    int prints;

    Lines() {
      super(OutputStream.nullOutputStream());
    }

    @Override
    public void print(int i) {
      prints++; // RACE prints
    }
  }

  public static void main(String[] args) throws Exception {
    Lines lines = new Lines();
    Thread[] threads = new Thread[2];
    for (int k = 0; k < 2; k++) {
      threads[k] = new Thread(() -> lines.print(3));
      threads[k].start();
    }
    for (Thread t : threads) {
      t.join();
    }
  }
}
