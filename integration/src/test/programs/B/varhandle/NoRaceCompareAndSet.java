import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-7: a successful compare-and-set releases. */
class NoRaceCompareAndSet {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(NoRaceCompareAndSet.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceCompareAndSet o = new NoRaceCompareAndSet();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              FLAG.compareAndSet(o, 0, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while ((int) FLAG.getVolatile(o) == 0) {
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
