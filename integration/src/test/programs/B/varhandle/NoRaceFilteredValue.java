import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;

// JDK 22+

/** A handle around another one designates the same variable. */
class NoRaceFilteredValue {
  static final VarHandle FLAG;
  static final VarHandle WIDE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      FLAG = lookup.findVarHandle(NoRaceFilteredValue.class, "flag", int.class);
      WIDE =
          MethodHandles.filterValue(
              FLAG,
              lookup.findStatic(
                  Math.class, "toIntExact", MethodType.methodType(int.class, long.class)),
              lookup.findStatic(
                  NoRaceFilteredValue.class,
                  "widen",
                  MethodType.methodType(long.class, int.class)));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static long widen(int value) {
    return value;
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceFilteredValue o = new NoRaceFilteredValue();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              FLAG.setRelease(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while ((long) WIDE.getAcquire(o) == 0L) {
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
