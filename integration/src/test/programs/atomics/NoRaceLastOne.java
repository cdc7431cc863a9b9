import java.util.concurrent.atomic.AtomicInteger;

/** AT-4: the last of several threads, found by a counter, reads what the others wrote. */
class NoRaceLastOne {
  static final AtomicInteger LEFT = new AtomicInteger(3);
  static final int[] CELLS = new int[3];

  static void work(int me) {
    CELLS[me] = 1;
    if (LEFT.decrementAndGet() == 0) {
      if (CELLS[0] + CELLS[1] + CELLS[2] != 3) {
        throw new AssertionError();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Thread[] threads = new Thread[3];
    for (int i = 0; i < 3; i++) {
      int me = i;
      threads[i] = new Thread(() -> work(me));
      threads[i].start();
    }
    for (Thread t : threads) {
      t.join();
    }
  }
}
