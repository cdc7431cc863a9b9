import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-3: opaque accesses order nothing, and do not race themselves. */
class RaceVarHandleOpaque {
  static final VarHandle V;

  static {
    try {
      V = MethodHandles.lookup().findStaticVarHandle(RaceVarHandleOpaque.class, "v", int.class);
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
              for (int i = 0; i < 50 && (int) V.getOpaque() == 0; i++) {
                Thread.yield();
              }
              int seen = x; // RACE x
            });
    reader.start();
    x = 1; // RACE x
    V.setOpaque(1);
    reader.join();
  }
}
