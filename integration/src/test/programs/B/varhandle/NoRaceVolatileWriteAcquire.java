import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VOL-1, VH-4: a volatile write, acquired through a handle. */
class NoRaceVolatileWriteAcquire {
  static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup().findVarHandle(NoRaceVolatileWriteAcquire.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  volatile int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceVolatileWriteAcquire o = new NoRaceVolatileWriteAcquire();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              o.flag = 1;
            });
    Thread second =
        new Thread(
            () -> {
              while ((int) FLAG.getAcquire(o) == 0) {
                Thread.onSpinWait();
              }
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
