/**
 * MON-2: an exception that leaves a synchronized method unlocks it, without any instruction for it.
 */
class NoRaceThrowOutOfMethod {
  int x;

  synchronized void inc() {
    x++;
    throw new IllegalStateException();
  }

  void tryInc() {
    try {
      inc();
    } catch (IllegalStateException e) { // as intended
    }
  }

  public static void main(String[] args) throws Exception {
    NoRaceThrowOutOfMethod o = new NoRaceThrowOutOfMethod();
    Thread first =
        new Thread(
            () -> {
              o.tryInc();
            });
    Thread second =
        new Thread(
            () -> {
              o.tryInc();
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (o.x != 2) {
      throw new AssertionError(o.x);
    }
  }
}
