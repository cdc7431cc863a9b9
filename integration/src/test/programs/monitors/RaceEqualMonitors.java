/** MON-1: equal objects are not the same monitor. */
class RaceEqualMonitors {
  static int x;

  static void inc(Object m) {
    synchronized (m) {
      x++; // RACE x
    }
  }

  public static void main(String[] args) throws Exception {
    String one = new String("lock");
    String other = new String("lock");
    Thread first =
        new Thread(
            () -> {
              inc(one);
            });
    Thread second =
        new Thread(
            () -> {
              inc(other);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
