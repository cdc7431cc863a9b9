import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** US-1: a plain get of a field. */
class RacePlainField {
  static final Unsafe UNSAFE;
  static final long FLAG;

  static {
    try {
      Field f = Unsafe.class.getDeclaredField("theUnsafe");
      f.setAccessible(true);
      UNSAFE = (Unsafe) f.get(null);
      FLAG = UNSAFE.objectFieldOffset(RacePlainField.class.getDeclaredField("flag"));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int flag;

  public static void main(String[] args) throws Exception {
    RacePlainField o = new RacePlainField();
    Thread first =
        new Thread(
            () -> {
              o.flag = 1; // RACE flag
            });
    Thread second =
        new Thread(
            () -> {
              int seen = UNSAFE.getInt(o, FLAG); // RACE flag
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
