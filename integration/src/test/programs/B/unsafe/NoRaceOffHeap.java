import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** US-2: memory outside the heap. */
class NoRaceOffHeap {
  static final Unsafe UNSAFE;
  static final long FLAG;

  static {
    try {
      Field f = Unsafe.class.getDeclaredField("theUnsafe");
      f.setAccessible(true);
      UNSAFE = (Unsafe) f.get(null);
      FLAG = UNSAFE.objectFieldOffset(NoRaceOffHeap.class.getDeclaredField("flag"));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceOffHeap o = new NoRaceOffHeap();
    long address = UNSAFE.allocateMemory(8);
    UNSAFE.putInt(address, 0);
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              UNSAFE.putIntVolatile(null, address, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while (UNSAFE.getIntVolatile(null, address) == 0) {
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
    UNSAFE.freeMemory(address);
  }
}
