import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-11: a handle of a primitive called with objects. */
class NoRaceBoxedArguments {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(NoRaceBoxedArguments.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceBoxedArguments o = new NoRaceBoxedArguments();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              Object seen = FLAG.compareAndExchange(o, (Object) 0, (Object) 1);
            });
    Thread second =
        new Thread(
            () -> {
              while (FLAG.getAcquire(o).equals(0)) {
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
