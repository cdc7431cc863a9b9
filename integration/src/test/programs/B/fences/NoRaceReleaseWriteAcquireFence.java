import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** FEN-2, VH-5: a release write seen by an opaque read before the fence. */
class NoRaceReleaseWriteAcquireFence {
  static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup()
              .findVarHandle(NoRaceReleaseWriteAcquireFence.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceReleaseWriteAcquireFence o = new NoRaceReleaseWriteAcquireFence();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              FLAG.setRelease(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while ((int) FLAG.getOpaque(o) == 0) {
                Thread.onSpinWait();
              }
              VarHandle.acquireFence();
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
