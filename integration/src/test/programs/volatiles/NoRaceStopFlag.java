/** VOL-1: a volatile stop flag ends a worker, whose end orders its result. */
class NoRaceStopFlag {
  static volatile boolean stop;
  static long x;

  public static void main(String[] args) throws Exception {
    Thread worker =
        new Thread(
            () -> {
              while (!stop) {
                x++;
              }
            });
    worker.start();
    Thread.sleep(20);
    stop = true;
    worker.join();
    System.out.println(x >= 0);
  }
}
