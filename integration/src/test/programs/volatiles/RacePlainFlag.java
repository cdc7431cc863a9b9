/** VOL-1: a plain flag orders nothing and is itself raced for. */
class RacePlainFlag {
  static int x;
  static boolean ready;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              for (int i = 0; i < 50; i++) {
                if (ready) { // RACE ready
                  break;
                }
                try {
                  Thread.sleep(1);
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              }
              int seen = x; // RACE x
            });
    reader.start();
    x = 1; // RACE x
    ready = true; // RACE ready
    reader.join();
  }
}
