// JDK 21+

/** TERM-3: a join with a duration that returns false orders nothing. */
class RaceJoinWithDurationExpires {
  static int x;
  static volatile boolean go;

  public static void main(String[] args) throws Exception {
    Thread t =
        Thread.startVirtualThread(
            () -> {
              x = 1; // RACE x
              while (!go) {
                Thread.yield();
              }
            });
    if (t.join(java.time.Duration.ofMillis(20))) {
      throw new AssertionError();
    }
    int seen = x; // RACE x
    go = true;
    t.join();
  }
}
