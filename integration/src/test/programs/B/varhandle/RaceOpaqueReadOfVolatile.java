import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-3: an opaque read acquires nothing, whatever the declaration says. */
class RaceOpaqueReadOfVolatile {
  static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup().findVarHandle(RaceOpaqueReadOfVolatile.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  volatile int flag;
  int x;

  public static void main(String[] args) throws Exception {
    RaceOpaqueReadOfVolatile o = new RaceOpaqueReadOfVolatile();
    Thread first =
        new Thread(
            () -> {
              o.x = 1; // RACE x
              o.flag = 1;
            });
    Thread second =
        new Thread(
            () -> {
              while ((int) FLAG.getOpaque(o) == 0) {
                Thread.onSpinWait();
              }
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
