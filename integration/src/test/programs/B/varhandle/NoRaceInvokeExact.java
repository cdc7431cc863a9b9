import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** withInvokeExactBehavior makes another handle of the same variable. */
class NoRaceInvokeExact {
  static final VarHandle FLAG;
  static final VarHandle EXACT;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(NoRaceInvokeExact.class, "flag", int.class);
      EXACT = FLAG.withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceInvokeExact o = new NoRaceInvokeExact();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              EXACT.setRelease(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while ((int) FLAG.getAcquire(o) == 0) {
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
