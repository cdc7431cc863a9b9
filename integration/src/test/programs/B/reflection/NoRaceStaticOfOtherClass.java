import java.lang.reflect.Field;

/**
 * MH-3, CLI-1: a reflective read of a static field initialises the class, or has it initialised.
 */
class NoRaceStaticOfOtherClass {
  static class Holder {
    static int flag = 5;
  }

  static Field field() {
    try {
      return Holder.class.getDeclaredField("flag");
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    NoRaceStaticOfOtherClass o = new NoRaceStaticOfOtherClass();
    Thread first =
        new Thread(
            () -> {
              try {
                int seen = field().getInt(null);
              } catch (IllegalAccessException e) {
                throw new AssertionError(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                int seen = field().getInt(null);
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
