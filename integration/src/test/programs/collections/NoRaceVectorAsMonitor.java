import java.util.Vector;

/** SY-1: client locking of a Vector uses the same monitor. */
class NoRaceVectorAsMonitor {
  static final Vector<String> VECTOR = new Vector<>();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              boolean empty;
              do {
                synchronized (VECTOR) {
                  empty = VECTOR.isEmpty();
                }
              } while (empty);
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    reader.start();
    x = 1;
    VECTOR.add("a");
    reader.join();
  }
}
