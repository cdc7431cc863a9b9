import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** FEN-1: a release fence alone is not enough. */
class RaceNoAcquireFence {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(RaceNoAcquireFence.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    RaceNoAcquireFence o = new RaceNoAcquireFence();
    Thread first =
        new Thread(
            () -> {
              o.x = 1; // RACE x
              VarHandle.releaseFence();
              FLAG.setOpaque(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while ((int) FLAG.getOpaque(o) == 0) {
                Thread.onSpinWait();
              }
              int seen = o.x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
