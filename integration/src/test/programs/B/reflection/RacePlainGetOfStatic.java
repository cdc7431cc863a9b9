import java.lang.reflect.Field;

/** MH-3: static fields. */
class RacePlainGetOfStatic {
  static Field field() {
    try {
      return RacePlainGetOfStatic.class.getDeclaredField("flag");
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static int flag;

  public static void main(String[] args) throws Exception {
    RacePlainGetOfStatic o = new RacePlainGetOfStatic();
    Thread first =
        new Thread(
            () -> {
              flag = 1; // RACE flag
            });
    Thread second =
        new Thread(
            () -> {
              try {
                int seen = field().getInt(null); // RACE flag
              } catch (IllegalAccessException e) {
                throw new AssertionError(e);
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
