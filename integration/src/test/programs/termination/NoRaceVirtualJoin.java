// JDK 21+

/** TERM-1, TERM-4: the end of a virtual thread orders as that of a platform thread. */
class NoRaceVirtualJoin {
  static int x;
  static int y;

  public static void main(String[] args) throws Exception {
    Thread t =
        Thread.startVirtualThread(
            () -> {
              Thread.yield();
              x = 1;
            });
    t.join();
    if (x != 1) {
      throw new AssertionError(x);
    }
    Thread u =
        Thread.startVirtualThread(
            () -> {
              Thread.yield();
              y = 1;
            });
    while (u.isAlive()) {
      Thread.onSpinWait();
    }
    if (y != 1) {
      throw new AssertionError(y);
    }
  }
}
