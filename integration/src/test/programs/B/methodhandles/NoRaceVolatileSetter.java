import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/** MH-1: a setter and an instruction use one variable. */
class NoRaceVolatileSetter {
  static final MethodHandle GET;
  static final MethodHandle SET;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      GET = lookup.findGetter(NoRaceVolatileSetter.class, "flag", long.class);
      SET = lookup.findSetter(NoRaceVolatileSetter.class, "flag", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static long get(NoRaceVolatileSetter o) {
    try {
      return (long) GET.invokeExact(o);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  static void set(NoRaceVolatileSetter o, long value) {
    try {
      SET.invokeExact(o, value);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  volatile long flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceVolatileSetter o = new NoRaceVolatileSetter();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              set(o, 1);
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
