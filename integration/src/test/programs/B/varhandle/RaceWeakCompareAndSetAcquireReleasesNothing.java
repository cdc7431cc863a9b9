import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-9: the write part is plain. */
class RaceWeakCompareAndSetAcquireReleasesNothing {
  static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup()
              .findVarHandle(RaceWeakCompareAndSetAcquireReleasesNothing.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    RaceWeakCompareAndSetAcquireReleasesNothing o =
        new RaceWeakCompareAndSetAcquireReleasesNothing();
    Thread first =
        new Thread(
            () -> {
              o.x = 1; // RACE x
              while (!FLAG.weakCompareAndSetAcquire(o, 0, 1)) {
                Thread.onSpinWait();
              }
            });
    Thread second =
        new Thread(
            () -> {
              while ((int) FLAG.getAcquire(o) == 0) {
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
