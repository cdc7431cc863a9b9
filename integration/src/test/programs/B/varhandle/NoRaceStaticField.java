import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-6: a static field. */
class NoRaceStaticField {
  static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup()
              .findStaticVarHandle(NoRaceStaticField.class, "flag", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static boolean flag;
  static int x;

  public static void main(String[] args) throws Exception {
    NoRaceStaticField o = new NoRaceStaticField();
    Thread first =
        new Thread(
            () -> {
              x = 1;
              FLAG.setVolatile(true);
            });
    Thread second =
        new Thread(
            () -> {
              while (!(boolean) FLAG.getVolatile()) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
