import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** FEN-1, FEN-2: fences called through method references. */
class NoRaceFenceMethodReferences {
  static final VarHandle FLAG;

  static {
    try {
      FLAG =
          MethodHandles.lookup()
              .findVarHandle(NoRaceFenceMethodReferences.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceFenceMethodReferences o = new NoRaceFenceMethodReferences();
    Thread first =
        new Thread(
            () -> {
              Runnable fence = VarHandle::releaseFence;
              o.x = 1;
              fence.run();
              FLAG.setOpaque(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              Runnable fence = VarHandle::acquireFence;
              while ((int) FLAG.getOpaque(o) == 0) {
                Thread.onSpinWait();
              }
              fence.run();
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
