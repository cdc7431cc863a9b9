/** TERM-1: everybody who joins a thread is ordered after it. */
class NoRaceTwoJoiners {
  static int x;

  static void joinAndRead(Thread t) {
    try {
      t.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    if (x != 1) {
      throw new AssertionError(x);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(() -> x = 1);
    t.start();
    Thread first =
        new Thread(
            () -> {
              joinAndRead(t);
            });
    Thread second =
        new Thread(
            () -> {
              joinAndRead(t);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
