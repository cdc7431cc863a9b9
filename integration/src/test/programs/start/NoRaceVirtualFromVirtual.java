// JDK 21+

/** THR-3: order is transitive over starts of virtual threads. */
class NoRaceVirtualFromVirtual {
  static int x;

  public static void main(String[] args) throws Exception {
    x = 1;
    Thread outer =
        Thread.startVirtualThread(
            () -> {
              x++;
              Thread inner = Thread.startVirtualThread(() -> x++);
              try {
                inner.join();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              x++;
            });
    outer.join();
    if (x != 4) {
      throw new AssertionError(x);
    }
  }
}
