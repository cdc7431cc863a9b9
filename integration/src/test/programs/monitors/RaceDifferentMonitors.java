/** MON-1: each thread holds a monitor, but not the same one. */
class RaceDifferentMonitors {
  static final Object M = new Object();
  static final Object N = new Object();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              synchronized (M) {
                x++; // RACE x
              }
            });
    Thread second =
        new Thread(
            () -> {
              synchronized (N) {
                x++; // RACE x
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
