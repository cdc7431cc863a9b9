/** MON-2: a synchronized method and a block on this use one monitor. */
class NoRaceMethodAndBlock {
  int x;

  synchronized void inc() {
    x++;
  }

  void dec() {
    synchronized (this) {
      x--;
    }
  }

  public static void main(String[] args) throws Exception {
    NoRaceMethodAndBlock shared = new NoRaceMethodAndBlock();
    Thread first =
        new Thread(
            () -> {
              shared.inc();
            });
    Thread second =
        new Thread(
            () -> {
              shared.dec();
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (shared.x != 0) {
      throw new AssertionError(shared.x);
    }
  }
}
