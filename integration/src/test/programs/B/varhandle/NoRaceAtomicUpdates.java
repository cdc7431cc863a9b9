import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Atomic accesses of all modes do not race with one another; the field was set plainly before. */
class NoRaceAtomicUpdates {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(NoRaceAtomicUpdates.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;

  public static void main(String[] args) throws Exception {
    NoRaceAtomicUpdates o = new NoRaceAtomicUpdates();
    o.flag = 7;
    Thread first =
        new Thread(
            () -> {
              for (int i = 0; i < 1000; i++) {
                FLAG.setOpaque(o, i);
                FLAG.compareAndSet(o, i, i + 1);
                FLAG.getAndAddAcquire(o, 1);
                FLAG.weakCompareAndSetPlain(o, 1, 2);
              }
            });
    Thread second =
        new Thread(
            () -> {
              for (int i = 0; i < 1000; i++) {
                int seen = (int) FLAG.getOpaque(o);
                FLAG.setRelease(o, seen);
                FLAG.getAndBitwiseXor(o, 1);
                FLAG.setVolatile(o, i);
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
    int last = o.flag;
  }
}
