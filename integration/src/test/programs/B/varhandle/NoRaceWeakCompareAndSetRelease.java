import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-10: release on success. */
class NoRaceWeakCompareAndSetRelease {
  static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup()
              .findVarHandle(NoRaceWeakCompareAndSetRelease.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceWeakCompareAndSetRelease o = new NoRaceWeakCompareAndSetRelease();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              while (!FLAG.weakCompareAndSetRelease(o, 0, 1)) {
                Thread.onSpinWait();
              }
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
