import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/** MH-1: static fields. */
class NoRaceStaticVolatileGetter {
  static final MethodHandle GET;
  static final MethodHandle SET;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      GET = lookup.findStaticGetter(NoRaceStaticVolatileGetter.class, "flag", long.class);
      SET = lookup.findStaticSetter(NoRaceStaticVolatileGetter.class, "flag", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static long get(NoRaceStaticVolatileGetter o) {
    try {
      return (long) GET.invokeExact();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  static void set(NoRaceStaticVolatileGetter o, long value) {
    try {
      SET.invokeExact(value);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  static volatile long flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceStaticVolatileGetter o = new NoRaceStaticVolatileGetter();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              flag = 1;
            });
    Thread second =
        new Thread(
            () -> {
              while (get(o) == 0) {
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
