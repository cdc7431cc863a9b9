/** TERM-2: a timed join orders if the thread has ended. */
class NoRaceTimedJoin {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(() -> x = 1);
    t.start();
    t.join(60_000);
    if (x != 1) {
      throw new AssertionError(x);
    }
  }
}
