import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-6: a volatile field and its handle are one location. */
class NoRaceVarHandleAndVolatileField {
  static final VarHandle V;

  static {
    try {
      V =
          MethodHandles.lookup()
              .findStaticVarHandle(NoRaceVarHandleAndVolatileField.class, "v", int.class);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static volatile int v;
  static int x;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while (v == 0) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    reader.start();
    x = 1;
    V.setRelease(1);
    reader.join();
  }
}
