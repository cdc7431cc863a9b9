import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-1, VH-6: a plain read against a volatile write. */
class RaceVarHandleMixed {
  static final VarHandle V;

  static {
    try {
      V = MethodHandles.lookup().findStaticVarHandle(RaceVarHandleMixed.class, "v", int.class);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static int v;
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              V.setVolatile(1); // RACE v
            });
    Thread second =
        new Thread(
            () -> {
              int seen = v; // RACE v
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
