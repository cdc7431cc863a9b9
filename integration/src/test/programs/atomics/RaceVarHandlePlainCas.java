import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-8: a lock by weakCompareAndSetPlain. */
class RaceVarHandlePlainCas {
  static final VarHandle V;

  static {
    try {
      V = MethodHandles.lookup().findStaticVarHandle(RaceVarHandlePlainCas.class, "v", int.class);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static int v;
  static int x;

  static void inc() {
    while (!V.weakCompareAndSetPlain(0, 1)) {
      Thread.onSpinWait();
    }
    x++; // RACE x
    V.setOpaque(0);
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              inc();
            });
    Thread second =
        new Thread(
            () -> {
              inc();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
