import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** US-1: a slot published with a plain put. */
class RacePlainSlot {
  static final Unsafe UNSAFE;
  static final long FLAG;

  static {
    try {
      Field f = Unsafe.class.getDeclaredField("theUnsafe");
      f.setAccessible(true);
      UNSAFE = (Unsafe) f.get(null);
      FLAG = UNSAFE.objectFieldOffset(RacePlainSlot.class.getDeclaredField("flag"));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;
  int x;

  public static void main(String[] args) throws Exception {
    RacePlainSlot o = new RacePlainSlot();
    Object[] slots = new Object[8];
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              UNSAFE.putObject(slots, slot(5), "set"); // RACE Object[]
            });
    Thread second =
        new Thread(
            () -> {
              Object seen = slots[5]; // RACE Object[]
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
