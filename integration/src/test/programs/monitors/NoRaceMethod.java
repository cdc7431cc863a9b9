/** MON-2: synchronized instance methods of one object. */
class NoRaceMethod {
  int x;

  synchronized void inc() {
    x++;
  }

  public static void main(String[] args) throws Exception {
    NoRaceMethod shared = new NoRaceMethod();
    Thread first =
        new Thread(
            () -> {
              shared.inc();
            });
    Thread second =
        new Thread(
            () -> {
              shared.inc();
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (shared.x != 2) {
      throw new AssertionError(shared.x);
    }
  }
}
