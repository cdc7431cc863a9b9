import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A plain read against an atomic update. */
class RacePlainReadAtomicUpdate {
  static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup().findVarHandle(RacePlainReadAtomicUpdate.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;

  public static void main(String[] args) throws Exception {
    RacePlainReadAtomicUpdate o = new RacePlainReadAtomicUpdate();
    Thread first =
        new Thread(
            () -> {
              int seen = o.flag; // RACE flag
            });
    Thread second =
        new Thread(
            () -> {
              int seen = (int) FLAG.getAndAdd(o, 1); // RACE flag
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
