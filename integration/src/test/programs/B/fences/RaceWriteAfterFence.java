import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** FEN-1: what comes after the release fence is not released. */
class RaceWriteAfterFence {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(RaceWriteAfterFence.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    RaceWriteAfterFence o = new RaceWriteAfterFence();
    Thread first =
        new Thread(
            () -> {
              VarHandle.releaseFence();
              o.x = 1; // RACE x
              FLAG.setOpaque(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while ((int) FLAG.getOpaque(o) == 0) {
                Thread.onSpinWait();
              }
              VarHandle.acquireFence();
              int seen = o.x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
