import java.util.concurrent.atomic.AtomicInteger;

/** AT-10: opaque accesses order nothing. */
class RaceOpaque {
  static final AtomicInteger A = new AtomicInteger();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              for (int i = 0; i < 50 && A.getOpaque() == 0; i++) {
                Thread.yield();
              }
              int seen = x; // RACE x
            });
    reader.start();
    x = 1; // RACE x
    A.setOpaque(1);
    reader.join();
  }
}
