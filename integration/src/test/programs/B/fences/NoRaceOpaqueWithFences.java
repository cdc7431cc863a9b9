import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** FEN-1, FEN-2: fences around opaque accesses. */
class NoRaceOpaqueWithFences {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(NoRaceOpaqueWithFences.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceOpaqueWithFences o = new NoRaceOpaqueWithFences();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              VarHandle.releaseFence();
              FLAG.setOpaque(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while ((int) FLAG.getOpaque(o) == 0) {
                Thread.onSpinWait();
              }
              VarHandle.acquireFence();
              if (o.x != 1) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
