import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** US-3, VOL-1: an ordered put releases. */
class NoRacePutOrdered {
  static final Unsafe UNSAFE;
  static final long FLAG;

  static {
    try {
      Field f = Unsafe.class.getDeclaredField("theUnsafe");
      f.setAccessible(true);
      UNSAFE = (Unsafe) f.get(null);
      FLAG = UNSAFE.objectFieldOffset(NoRacePutOrdered.class.getDeclaredField("flag"));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  volatile int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRacePutOrdered o = new NoRacePutOrdered();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              UNSAFE.putOrderedInt(o, FLAG, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while (o.flag == 0) {
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
