/** CLI-9: two threads that use one class are not ordered by that. */
class RaceUseIsNoLock {
  static int x;

  static class Lazy {
    static int twice(int n) {
      return 2 * n;
    }
  }

  static void work() {
    Lazy.twice(1);
    x++; // RACE x
    Lazy.twice(2);
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              work();
            });
    Thread second =
        new Thread(
            () -> {
              work();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
