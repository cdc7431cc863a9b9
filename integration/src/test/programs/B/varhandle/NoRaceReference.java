import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-11 for references: the witness is the expected value. */
class NoRaceReference {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(NoRaceReference.class, "flag", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  Object flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceReference o = new NoRaceReference();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              Object seen = FLAG.compareAndExchange(o, (Object) null, (Object) o);
            });
    Thread second =
        new Thread(
            () -> {
              while (FLAG.getAcquire(o) == null) {
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
