/** TERM-1: join returns after all that the thread did. */
class NoRaceJoin {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(() -> x = 1);
    t.start();
    t.join();
    if (x != 1) {
      throw new AssertionError(x);
    }
  }
}
