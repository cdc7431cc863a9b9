/** TERM-4: isAlive that returns false orders. */
class NoRaceIsAlive {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(() -> x = 1);
    t.start();
    while (t.isAlive()) {
      Thread.onSpinWait();
    }
    if (x != 1) {
      throw new AssertionError(x);
    }
  }
}
