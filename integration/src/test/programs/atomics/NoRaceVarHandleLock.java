import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-7: a lock by compareAndSet. */
class NoRaceVarHandleLock {
  static final VarHandle V;

  static {
    try {
      V = MethodHandles.lookup().findStaticVarHandle(NoRaceVarHandleLock.class, "v", int.class);
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
              while (!V.compareAndSet(0, 1)) {
                Thread.onSpinWait();
              }
              x++;
              V.setVolatile(0);
            });
    Thread second =
        new Thread(
            () -> {
              while (!V.compareAndSet(0, 1)) {
                Thread.onSpinWait();
              }
              x++;
              V.setVolatile(0);
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (x != 2) {
      throw new AssertionError(x);
    }
  }
}
