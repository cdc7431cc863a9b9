import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-3: opaque accesses are atomic and order nothing. */
class RaceOpaque {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(RaceOpaque.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    RaceOpaque o = new RaceOpaque();
    Thread first =
        new Thread(
            () -> {
              o.x = 1; // RACE x
              FLAG.setOpaque(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while ((int) FLAG.getOpaque(o) == 0) {
                Thread.onSpinWait();
              }
              if (o.x != 1) { // RACE x
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
