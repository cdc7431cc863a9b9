import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-7: a failed compare-and-set is a volatile read. */
class NoRaceFailedCompareAndSetAcquires {
  static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup()
              .findVarHandle(NoRaceFailedCompareAndSetAcquires.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceFailedCompareAndSetAcquires o = new NoRaceFailedCompareAndSetAcquires();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              FLAG.setVolatile(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while (FLAG.compareAndSet(o, 0, 0)) {
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
