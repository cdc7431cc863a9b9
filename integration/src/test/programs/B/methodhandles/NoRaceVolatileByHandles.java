import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/** MH-1: handles of a volatile field read and write it as volatile. */
class NoRaceVolatileByHandles {
  static final MethodHandle GET;
  static final MethodHandle SET;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      GET = lookup.findGetter(NoRaceVolatileByHandles.class, "flag", long.class);
      SET = lookup.findSetter(NoRaceVolatileByHandles.class, "flag", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static long get(NoRaceVolatileByHandles o) {
    try {
      return (long) GET.invokeExact(o);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  static void set(NoRaceVolatileByHandles o, long value) {
    try {
      SET.invokeExact(o, value);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  volatile long flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceVolatileByHandles o = new NoRaceVolatileByHandles();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              set(o, 1);
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
