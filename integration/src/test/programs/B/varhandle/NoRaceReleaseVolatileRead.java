import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-5, VOL-1: a release write through a handle, read as the volatile field that it is. */
class NoRaceReleaseVolatileRead {
  static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup().findVarHandle(NoRaceReleaseVolatileRead.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  volatile int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceReleaseVolatileRead o = new NoRaceReleaseVolatileRead();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              FLAG.setRelease(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while (o.flag == 0) {
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
