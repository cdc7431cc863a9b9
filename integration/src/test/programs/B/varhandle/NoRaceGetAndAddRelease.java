import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-15: releases. */
class NoRaceGetAndAddRelease {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(NoRaceGetAndAddRelease.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceGetAndAddRelease o = new NoRaceGetAndAddRelease();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              int seen = (int) FLAG.getAndAddRelease(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while ((int) FLAG.getAndAddAcquire(o, 0) == 0) {
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
