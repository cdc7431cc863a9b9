import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-1, VH-2: plain accesses through a handle are accesses to the field. */
class RacePlainAccesses {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(RacePlainAccesses.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;

  public static void main(String[] args) throws Exception {
    RacePlainAccesses o = new RacePlainAccesses();
    Thread first =
        new Thread(
            () -> {
              FLAG.set(o, 1); // RACE flag
            });
    Thread second =
        new Thread(
            () -> {
              int seen = (int) FLAG.get(o); // RACE flag
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
