import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/** MH-1: handles of a plain field are plain accesses. */
class RacePlainSetter {
  static final MethodHandle GET;
  static final MethodHandle SET;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      GET = lookup.findGetter(RacePlainSetter.class, "flag", long.class);
      SET = lookup.findSetter(RacePlainSetter.class, "flag", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static long get(RacePlainSetter o) {
    try {
      return (long) GET.invokeExact(o);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  static void set(RacePlainSetter o, long value) {
    try {
      SET.invokeExact(o, value); // RACE flag
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  long flag;

  public static void main(String[] args) throws Exception {
    RacePlainSetter o = new RacePlainSetter();
    Thread first =
        new Thread(
            () -> {
              RacePlainSetter.set(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              long seen = o.flag; // RACE flag
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
