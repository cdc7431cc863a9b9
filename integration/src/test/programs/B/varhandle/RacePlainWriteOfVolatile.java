import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-2, VOL-6: a plain write releases nothing, whatever the declaration says. */
class RacePlainWriteOfVolatile {
  static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup().findVarHandle(RacePlainWriteOfVolatile.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  volatile int flag;
  int x;

  public static void main(String[] args) throws Exception {
    RacePlainWriteOfVolatile o = new RacePlainWriteOfVolatile();
    Thread first =
        new Thread(
            () -> {
              o.x = 1; // RACE x
              FLAG.set(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              for (int i = 0; i < 1000 && o.flag == 0; i++) {
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
