/** MON-5: waiting by reflection on one monitor does not order what was done under another. */
class RaceReflectiveWaitOnOther {
  static final Object M = new Object();
  static final Object N = new Object();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread waiter =
        new Thread(
            () -> {
              synchronized (N) {
                try {
                  Object.class.getMethod("wait", long.class).invoke(N, 20L);
                } catch (ReflectiveOperationException e) {
                  throw new AssertionError(e);
                }
                int seen = x; // RACE x
              }
            });
    waiter.start();
    synchronized (M) {
      x = 1; // RACE x
      M.notifyAll();
    }
    waiter.join();
  }
}
