/** L 17.3: yield and onSpinWait order nothing. */
class RaceYieldAndSpin {
  static int x;

  static void inc() {
    Thread.yield();
    Thread.onSpinWait();
    x++; // RACE x
    Thread.onSpinWait();
    Thread.yield();
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              inc();
            });
    Thread second =
        new Thread(
            () -> {
              inc();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
