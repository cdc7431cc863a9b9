import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** The holder of a spin lock may read and write the lock word plainly before it releases. */
class NoRacePlainUnderLock {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(NoRacePlainUnderLock.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRacePlainUnderLock o = new NoRacePlainUnderLock();
    Thread first =
        new Thread(
            () -> {
              work(o);
            });
    Thread second =
        new Thread(
            () -> {
              work(o);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }

  static void work(NoRacePlainUnderLock o) {
    for (int i = 0; i < 1000; i++) {
      while (!FLAG.compareAndSet(o, 0, 1)) {
        Thread.onSpinWait();
      }
      o.x++;
      FLAG.setRelease(o, 0);
    }
  }
}
