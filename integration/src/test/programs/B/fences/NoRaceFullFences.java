import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** FEN-3: full fences around opaque accesses. */
class NoRaceFullFences {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(NoRaceFullFences.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceFullFences o = new NoRaceFullFences();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              VarHandle.fullFence();
              FLAG.setOpaque(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while ((int) FLAG.getOpaque(o) == 0) {
                Thread.onSpinWait();
              }
              VarHandle.fullFence();
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
