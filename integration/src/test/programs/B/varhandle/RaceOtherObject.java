import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-5: the variable is of one object; another object's orders nothing. */
class RaceOtherObject {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(RaceOtherObject.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    RaceOtherObject o = new RaceOtherObject();
    RaceOtherObject other = new RaceOtherObject();
    Thread first =
        new Thread(
            () -> {
              o.x = 1; // RACE x
              FLAG.setRelease(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              int seen = (int) FLAG.getAcquire(other);
              int x = o.x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
