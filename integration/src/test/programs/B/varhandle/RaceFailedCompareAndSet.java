import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-7: a failed compare-and-set releases nothing. */
class RaceFailedCompareAndSet {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(RaceFailedCompareAndSet.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    RaceFailedCompareAndSet o = new RaceFailedCompareAndSet();
    Thread first =
        new Thread(
            () -> {
              o.x = 1; // RACE x
              FLAG.compareAndSet(o, 5, 6);
            });
    Thread second =
        new Thread(
            () -> {
              int seen = (int) FLAG.getVolatile(o);
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
