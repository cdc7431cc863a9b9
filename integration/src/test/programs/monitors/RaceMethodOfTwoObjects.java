/** MON-2: synchronized instance methods of two objects guard a static field with two monitors. */
class RaceMethodOfTwoObjects {
  static int x;

  synchronized void inc() {
    x++; // RACE x
  }

  public static void main(String[] args) throws Exception {
    RaceMethodOfTwoObjects a = new RaceMethodOfTwoObjects();
    RaceMethodOfTwoObjects b = new RaceMethodOfTwoObjects();
    Thread first =
        new Thread(
            () -> {
              a.inc();
            });
    Thread second =
        new Thread(
            () -> {
              b.inc();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
