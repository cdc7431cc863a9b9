/** THR-1: a subclass that overrides run is ordered in the same way. */
class NoRaceSubclassOfThread {
  static int x;

  static class Worker extends Thread {
    int seen;

    @Override
    public void run() {
      seen = x;
    }
  }

  public static void main(String[] args) throws Exception {
    Worker t = new Worker();
    x = 1;
    t.start();
    t.join();
    if (t.seen != 1) {
      throw new AssertionError(t.seen);
    }
  }
}
