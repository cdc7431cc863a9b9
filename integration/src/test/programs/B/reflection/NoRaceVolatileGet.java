import java.lang.reflect.Field;

/** MH-3: a reflective read of a volatile field is a volatile read. */
class NoRaceVolatileGet {
  static Field field() {
    try {
      return NoRaceVolatileGet.class.getDeclaredField("flag");
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  volatile Object flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceVolatileGet o = new NoRaceVolatileGet();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              o.flag = "set";
            });
    Thread second =
        new Thread(
            () -> {
              try {
                Field f = field();
                while (f.get(o) == null) {
                  Thread.onSpinWait();
                }
              } catch (IllegalAccessException e) {
                throw new AssertionError(e);
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
