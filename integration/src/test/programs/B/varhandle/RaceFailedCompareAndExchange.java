import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-11: releases only if the value found is the expected one. */
class RaceFailedCompareAndExchange {
  static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup()
              .findVarHandle(RaceFailedCompareAndExchange.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    RaceFailedCompareAndExchange o = new RaceFailedCompareAndExchange();
    Thread first =
        new Thread(
            () -> {
              o.x = 1; // RACE x
              int seen = (int) FLAG.compareAndExchange(o, 5, 6);
            });
    Thread second =
        new Thread(
            () -> {
              int seen = (int) FLAG.getVolatile(o);
              int found = o.x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
