import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.locks.ReentrantLock;

/** F4: what is muted is the formatter, not the application's code that it calls. */
class NoRaceFormatCallouts {
  static class Guarded extends OutputStream {
    final ReentrantLock lock = new ReentrantLock();
    int count;

    @Override
    public void write(int b) {
      lock.lock();
      try {
        count++;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public int hashCode() {
      write(0);
      return 1;
    }
  }

  public static void main(String[] args) throws Exception {
    Guarded guarded = new Guarded();
    Thread[] threads = new Thread[2];
    for (int k = 0; k < 2; k++) {
      PrintStream out = new PrintStream(guarded);
      threads[k] = new Thread(() -> out.printf("%d %h%n", 1, guarded));
      threads[k].start();
    }
    for (Thread t : threads) {
      t.join();
    }
  }
}
