/** TERM-5: to see the state TERMINATED orders. */
class NoRaceStateTerminated {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(() -> x = 1);
    t.start();
    while (t.getState() != Thread.State.TERMINATED) {
      Thread.onSpinWait();
    }
    if (x != 1) {
      throw new AssertionError(x);
    }
  }
}
