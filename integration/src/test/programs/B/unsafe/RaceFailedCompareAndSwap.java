import java.lang.reflect.Field;
import sun.misc.Unsafe;

/**
 * US-4: a failed compareAndSwap releases nothing. Many times: what it would release is visible while it runs.
 */
class RaceFailedCompareAndSwap {
  static final Unsafe UNSAFE;
  static final long FLAG;

  static {
    try {
      Field f = Unsafe.class.getDeclaredField("theUnsafe");
      f.setAccessible(true);
      UNSAFE = (Unsafe) f.get(null);
      FLAG = UNSAFE.objectFieldOffset(RaceFailedCompareAndSwap.class.getDeclaredField("flag"));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  volatile int flag;
  int x;

  public static void main(String[] args) throws Exception {
    RaceFailedCompareAndSwap[] all = new RaceFailedCompareAndSwap[200];
    for (int i = 0; i < all.length; i++) {
      all[i] = new RaceFailedCompareAndSwap();
    }
    Thread first =
        new Thread(
            () -> {
              for (RaceFailedCompareAndSwap o : all) {
                o.x = 1; // RACE x
                UNSAFE.compareAndSwapInt(o, FLAG, 5, 6);
              }
            });
    Thread second =
        new Thread(
            () -> {
              int seen = 0;
              for (RaceFailedCompareAndSwap o : all) {
                seen += o.flag + o.x; // RACE x
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
