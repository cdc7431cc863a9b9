/** TERM-1: a subclass of Thread that overrides run and dies of an exception. */
class NoRaceOverriddenRunThrows {
  static int x;

  static class Worker extends Thread {
    @Override
    public void run() {
      x = 1;
      throw new IllegalStateException("as intended");
    }
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Worker();
    t.setUncaughtExceptionHandler(
        (thread, e) -> {
          x++;
        });
    t.start();
    while (t.isAlive()) {
      Thread.onSpinWait();
    }
    if (x != 2) {
      throw new AssertionError(x);
    }
  }
}
