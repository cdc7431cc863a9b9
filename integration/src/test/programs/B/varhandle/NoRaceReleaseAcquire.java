import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-4, VH-5: a release write is acquired by the read that sees it. */
class NoRaceReleaseAcquire {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(NoRaceReleaseAcquire.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceReleaseAcquire o = new NoRaceReleaseAcquire();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              FLAG.setRelease(o, 1);
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
