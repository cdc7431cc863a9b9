/** THR-5: what the starter does after start is not ordered with the thread. */
class RaceWriteAfterStart {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              int seen = x; // RACE x
            });
    t.start();
    x = 1; // RACE x
    t.join();
  }
}
