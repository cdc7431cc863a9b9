// JDK 21+

/** TERM-1: that a virtual thread should have ended by now orders nothing. */
class RaceVirtualNotJoined {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        Thread.startVirtualThread(
            () -> {
              x = 1; // RACE x
            });
    Thread.sleep(20);
    int seen = x; // RACE x
    t.join();
  }
}
