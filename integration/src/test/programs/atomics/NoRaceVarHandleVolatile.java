import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-6: setVolatile and getVolatile of a plain field. */
class NoRaceVarHandleVolatile {
  static final VarHandle V;

  static {
    try {
      V = MethodHandles.lookup().findStaticVarHandle(NoRaceVarHandleVolatile.class, "v", int.class);
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
              while ((int) V.getVolatile() == 0) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    reader.start();
    x = 1;
    V.setVolatile(1);
    reader.join();
  }
}
