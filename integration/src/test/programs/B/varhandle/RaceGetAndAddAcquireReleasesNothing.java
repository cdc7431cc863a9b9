import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-14: the write part is plain. */
class RaceGetAndAddAcquireReleasesNothing {
  static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup()
              .findVarHandle(RaceGetAndAddAcquireReleasesNothing.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    RaceGetAndAddAcquireReleasesNothing o = new RaceGetAndAddAcquireReleasesNothing();
    Thread first =
        new Thread(
            () -> {
              o.x = 1; // RACE x
              int seen = (int) FLAG.getAndAddAcquire(o, 1);
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
