// JDK 21+

/** THR-5: what the starter does after the start of a virtual thread is not ordered with it. */
class RaceVirtualWriteAfterStart {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        Thread.startVirtualThread(
            () -> {
              int seen = x; // RACE x
            });
    x = 1; // RACE x
    t.join();
  }
}
