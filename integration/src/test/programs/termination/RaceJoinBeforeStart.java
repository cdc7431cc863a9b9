/** TERM-2: join of a thread that was never started returns at once and orders nothing. */
class RaceJoinBeforeStart {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread never = new Thread(() -> x = 2);
    Thread t =
        new Thread(
            () -> {
              x = 1; // RACE x
            });
    t.start();
    never.join();
    int seen = x; // RACE x
    t.join();
  }
}
