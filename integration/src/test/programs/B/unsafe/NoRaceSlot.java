import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** US-3, US-2: a slot of an array, published with an ordered put. */
class NoRaceSlot {
  static final Unsafe UNSAFE;
  static final long FLAG;

  static {
    try {
      Field f = Unsafe.class.getDeclaredField("theUnsafe");
      f.setAccessible(true);
      UNSAFE = (Unsafe) f.get(null);
      FLAG = UNSAFE.objectFieldOffset(NoRaceSlot.class.getDeclaredField("flag"));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceSlot o = new NoRaceSlot();
    Object[] slots = new Object[8];
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              UNSAFE.putOrderedObject(slots, slot(5), "set");
            });
    Thread second =
        new Thread(
            () -> {
              while (UNSAFE.getObjectVolatile(slots, slot(5)) == null) {
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

  static long slot(int index) {
    return Unsafe.ARRAY_OBJECT_BASE_OFFSET + (long) Unsafe.ARRAY_OBJECT_INDEX_SCALE * index;
  }
}
