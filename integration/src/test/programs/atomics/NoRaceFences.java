import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** FEN-1, FEN-2: fences around opaque accesses. */
class NoRaceFences {
  static final VarHandle V;

  static {
    try {
      V = MethodHandles.lookup().findStaticVarHandle(NoRaceFences.class, "v", int.class);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static int v;
  static int x;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while ((int) V.getOpaque() == 0) {
                Thread.onSpinWait();
              }
              VarHandle.acquireFence();
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    reader.start();
    x = 1;
    VarHandle.releaseFence();
    V.setOpaque(1);
    reader.join();
  }
}
