/** Any number of readers. */
class NoRaceReadOnly {
  static int x = 1;
  static final int[] CELLS = {1, 2, 3};

  static void read() {
    for (int i = 0; i < 1_000; i++) {
      if (x + CELLS[i % 3] < 2) {
        throw new AssertionError();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Thread[] threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(() -> read());
      threads[i].start();
    }
    read();
    for (Thread t : threads) {
      t.join();
    }
    x = 2;
    CELLS[0] = 5;
  }
}
