import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** US-4, US-2: on a plain field. */
class NoRaceCompareAndSwap {
  static final Unsafe UNSAFE;
  static final long FLAG;

  static {
    try {
      Field f = Unsafe.class.getDeclaredField("theUnsafe");
      f.setAccessible(true);
      UNSAFE = (Unsafe) f.get(null);
      FLAG = UNSAFE.objectFieldOffset(NoRaceCompareAndSwap.class.getDeclaredField("flag"));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceCompareAndSwap o = new NoRaceCompareAndSwap();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              UNSAFE.compareAndSwapInt(o, FLAG, 0, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while (UNSAFE.getIntVolatile(o, FLAG) == 0) {
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
