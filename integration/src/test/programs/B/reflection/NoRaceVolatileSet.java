import java.lang.reflect.Field;

/** MH-3: a reflective write of a volatile field is a volatile write. */
class NoRaceVolatileSet {
  static Field field() {
    try {
      return NoRaceVolatileSet.class.getDeclaredField("flag");
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  volatile boolean flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceVolatileSet o = new NoRaceVolatileSet();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              try {
                field().setBoolean(o, true);
              } catch (IllegalAccessException e) {
                throw new AssertionError(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              while (!o.flag) {
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
