import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-6: an element by a handle. */
class NoRaceArrayHandle {
  static final VarHandle V = MethodHandles.arrayElementVarHandle(int[].class);
  static final int[] CELLS = new int[2];
  static int x;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while ((int) V.getAcquire(CELLS, 1) == 0) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    reader.start();
    x = 1;
    V.setRelease(CELLS, 1, 1);
    reader.join();
  }
}
