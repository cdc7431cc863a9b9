import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-12: release on success. */
class NoRaceCompareAndExchangeRelease {
  static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup()
              .findVarHandle(NoRaceCompareAndExchangeRelease.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceCompareAndExchangeRelease o = new NoRaceCompareAndExchangeRelease();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              int seen = (int) FLAG.compareAndExchangeRelease(o, 0, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while ((int) FLAG.compareAndExchangeAcquire(o, 0, 0) == 0) {
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
