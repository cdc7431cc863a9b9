import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A plain write against an atomic read. */
class RacePlainWriteAtomicRead {
  static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup().findVarHandle(RacePlainWriteAtomicRead.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;

  public static void main(String[] args) throws Exception {
    RacePlainWriteAtomicRead o = new RacePlainWriteAtomicRead();
    Thread first =
        new Thread(
            () -> {
              o.flag = 1; // RACE flag
            });
    Thread second =
        new Thread(
            () -> {
              int seen = (int) FLAG.getVolatile(o); // RACE flag
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
