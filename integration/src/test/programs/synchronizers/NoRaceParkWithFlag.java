import java.util.concurrent.locks.LockSupport;

/** PK-1: park with a volatile flag. */
class NoRaceParkWithFlag {
  static int x;
  static volatile boolean ready;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              while (!ready) {
                LockSupport.park();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    t.start();
    x = 1;
    ready = true;
    LockSupport.unpark(t);
    t.join();
  }
}
