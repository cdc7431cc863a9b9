// JDK 21+

/** VT-2: virtual threads that run one after the other on one carrier are not ordered. */
class RaceVirtualThreadsInTurn {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  x++; // RACE x
                });
    Thread second =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  x++; // RACE x
                });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
