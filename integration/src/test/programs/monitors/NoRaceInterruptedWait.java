/** MON-5: wait that ends by an interrupt has locked the monitor again before its handler runs. */
class NoRaceInterruptedWait {
  static final Object M = new Object();
  static int x;
  static volatile boolean stop;

  public static void main(String[] args) throws Exception {
    Thread waiter =
        new Thread(
            () -> {
              synchronized (M) {
                try {
                  while (true) {
                    M.wait();
                  }
                } catch (InterruptedException e) {
                  x++;
                }
              }
            });
    Thread other =
        new Thread(
            () -> {
              while (!stop) {
                synchronized (M) {
                  x++;
                }
              }
            });
    waiter.start();
    other.start();
    Thread.sleep(20);
    waiter.interrupt();
    waiter.join();
    stop = true;
    other.join();
  }
}
