/** MON-5: wait unlocks fully, however deep the blocks are nested, and locks as deep again. */
class NoRaceWaitInNestedBlocks {
  static final Object M = new Object();
  static boolean ready;
  static int x;

  static void await() {
    synchronized (M) {
      synchronized (M) {
        x++;
        while (!ready) {
          try {
            M.wait();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        }
        x++;
      }
      x++;
    }
  }

  public static void main(String[] args) throws Exception {
    Thread waiter = new Thread(() -> await());
    waiter.start();
    Thread.sleep(20);
    synchronized (M) {
      x++;
      ready = true;
      M.notifyAll();
    }
    waiter.join();
    if (x != 4) {
      throw new AssertionError(x);
    }
  }
}
