import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-8: atomic and no edge. */
class RaceWeakCompareAndSetPlain {
  static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup().findVarHandle(RaceWeakCompareAndSetPlain.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    RaceWeakCompareAndSetPlain o = new RaceWeakCompareAndSetPlain();
    Thread first =
        new Thread(
            () -> {
              o.x = 1; // RACE x
              while (!FLAG.weakCompareAndSetPlain(o, 0, 1)) {
                Thread.onSpinWait();
              }
            });
    Thread second =
        new Thread(
            () -> {
              while ((int) FLAG.getAcquire(o) == 0) {
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
