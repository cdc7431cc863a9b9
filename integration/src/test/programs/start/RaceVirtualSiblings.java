// JDK 21+

/** THR-3: two virtual threads are not ordered, also when they share a carrier. */
class RaceVirtualSiblings {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread a =
        Thread.startVirtualThread(
            () -> {
              x++; // RACE x
            });
    Thread b =
        Thread.startVirtualThread(
            () -> {
              x++; // RACE x
            });
    a.join();
    b.join();
  }
}
