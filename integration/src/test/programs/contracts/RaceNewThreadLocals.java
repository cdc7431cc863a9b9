/** TL-1: thread locals are numbered by one counter, which orders nothing. */
class RaceNewThreadLocals {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              new ThreadLocal<String>();
            });
    Thread second =
        new Thread(
            () -> {
              new ThreadLocal<String>();
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
