import java.lang.reflect.Field;

/** MH-3: a reflective write of a plain field is a plain write. */
class RacePlainSet {
  static Field field() {
    try {
      return RacePlainSet.class.getDeclaredField("flag");
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  int flag;

  public static void main(String[] args) throws Exception {
    RacePlainSet o = new RacePlainSet();
    Thread first =
        new Thread(
            () -> {
              try {
                field().setInt(o, 1); // RACE flag
              } catch (IllegalAccessException e) {
                throw new AssertionError(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              int seen = o.flag; // RACE flag
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
