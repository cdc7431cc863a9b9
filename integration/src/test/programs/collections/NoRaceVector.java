import java.util.Vector;

/** SY-1: the methods of a Vector use its monitor. */
class NoRaceVector {
  static final Vector<String> VECTOR = new Vector<>();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while (VECTOR.isEmpty()) {
                Thread.onSpinWait();
              }
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
