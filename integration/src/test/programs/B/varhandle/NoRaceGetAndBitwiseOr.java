import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-13: both sides of a bit set. */
class NoRaceGetAndBitwiseOr {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(NoRaceGetAndBitwiseOr.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceGetAndBitwiseOr o = new NoRaceGetAndBitwiseOr();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              int seen = (int) FLAG.getAndBitwiseOr(o, 4);
            });
    Thread second =
        new Thread(
            () -> {
              while (((int) FLAG.getAndBitwiseAnd(o, -1) & 4) == 0) {
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
