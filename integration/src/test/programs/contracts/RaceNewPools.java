import java.util.concurrent.Executors;

/** EX-24: pools are numbered by one counter, which orders nothing. */
class RaceNewPools {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              Executors.newFixedThreadPool(1).shutdown();
            });
    Thread second =
        new Thread(
            () -> {
              Executors.newFixedThreadPool(1).shutdown();
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
