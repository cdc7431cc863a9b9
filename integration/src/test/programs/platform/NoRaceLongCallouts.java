import java.io.OutputStream;
import java.io.PrintStream;

/** F10: calls of a stream by a print stream come one after the other, however long they take. */
class NoRaceLongCallouts {
  static class Sink extends OutputStream {
    int first;
    int second;

    @Override
    public void write(int b) {
      one();
      rest();
      two();
      rest();
    }

    void one() {
      first++;
    }

    void two() {
      second++;
    }

    static void rest() {
      long end = System.nanoTime() + 700_000;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 25; i++) {
      PrintStream stream = new PrintStream(new Sink());
      Runnable user =
          () -> {
            for (int k = 0; k < 4; k++) {
              stream.write('x');
            }
          };
      Thread one = new Thread(user);
      Thread other = new Thread(user);
      one.start();
      other.start();
      one.join();
      other.join();
    }
  }
}
