import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-13: getAndAdd reads and writes with order. */
class NoRaceVarHandleGetAndAdd {
  static final VarHandle V;

  static {
    try {
      V =
          MethodHandles.lookup()
              .findStaticVarHandle(NoRaceVarHandleGetAndAdd.class, "v", int.class);
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
              while ((int) V.getAndAdd(0) == 0) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    reader.start();
    x = 1;
    int before = (int) V.getAndAdd(1);
    reader.join();
  }
}
