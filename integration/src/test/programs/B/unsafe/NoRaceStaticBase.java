import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** US-2: a static field by base and offset. */
class NoRaceStaticBase {
  static final Unsafe UNSAFE;
  static final long FLAG;
  static final Object BASE;

  static {
    try {
      Field f = Unsafe.class.getDeclaredField("theUnsafe");
      f.setAccessible(true);
      UNSAFE = (Unsafe) f.get(null);
      FLAG = UNSAFE.staticFieldOffset(NoRaceStaticBase.class.getDeclaredField("flag"));
      BASE = UNSAFE.staticFieldBase(NoRaceStaticBase.class.getDeclaredField("flag"));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static volatile int flag;
  static int x;

  public static void main(String[] args) throws Exception {
    NoRaceStaticBase o = new NoRaceStaticBase();
    Thread first =
        new Thread(
            () -> {
              x = 1;
              UNSAFE.putOrderedInt(BASE, FLAG, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while (flag == 0) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
