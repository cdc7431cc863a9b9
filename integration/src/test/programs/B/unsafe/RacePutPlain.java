import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** US-1: a plain put releases nothing. */
class RacePutPlain {
  static final Unsafe UNSAFE;
  static final long FLAG;

  static {
    try {
      Field f = Unsafe.class.getDeclaredField("theUnsafe");
      f.setAccessible(true);
      UNSAFE = (Unsafe) f.get(null);
      FLAG = UNSAFE.objectFieldOffset(RacePutPlain.class.getDeclaredField("flag"));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  volatile int flag;
  int x;

  public static void main(String[] args) throws Exception {
    RacePutPlain o = new RacePutPlain();
    Thread first =
        new Thread(
            () -> {
              o.x = 1; // RACE x
              UNSAFE.putInt(o, FLAG, 1);
            });
    Thread second =
        new Thread(
            () -> {
              for (int i = 0; i < 1000 && o.flag == 0; i++) {
                Thread.onSpinWait();
              }
              int seen = o.x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
