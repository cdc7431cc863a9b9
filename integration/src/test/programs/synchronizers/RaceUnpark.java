import java.util.concurrent.locks.LockSupport;

/** PK-1: unpark orders nothing. */
class RaceUnpark {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              LockSupport.parkNanos(20_000_000);
              int seen = x; // RACE x
            });
    t.start();
    x = 1; // RACE x
    LockSupport.unpark(t);
    t.join();
  }
}
