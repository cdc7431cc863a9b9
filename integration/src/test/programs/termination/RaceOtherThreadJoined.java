/** TERM-1: to join one thread does not order another. */
class RaceOtherThreadJoined {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              x = 1; // RACE x
            });
    Thread other = new Thread(() -> Thread.yield());
    t.start();
    other.start();
    other.join();
    int seen = x; // RACE x
    t.join();
  }
}
