import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-6 for long. */
class NoRaceLongSibling {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(NoRaceLongSibling.class, "flag", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  long flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceLongSibling o = new NoRaceLongSibling();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              FLAG.setVolatile(o, 1L);
            });
    Thread second =
        new Thread(
            () -> {
              while ((long) FLAG.getVolatile(o) == 0L) {
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
