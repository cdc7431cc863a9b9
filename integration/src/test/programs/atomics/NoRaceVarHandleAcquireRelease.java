import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-4, VH-5: setRelease and getAcquire of a plain field. */
class NoRaceVarHandleAcquireRelease {
  static final VarHandle V;

  static {
    try {
      V =
          MethodHandles.lookup()
              .findStaticVarHandle(NoRaceVarHandleAcquireRelease.class, "v", int.class);
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
              while ((int) V.getAcquire() == 0) {
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
