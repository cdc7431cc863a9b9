import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/** CLI-8: to look up a method or field of a class is no use of it. */
class RaceHandleNotInvoked {
  static int x;

  static class Lazy {
    static int y = Integer.parseInt("7");

    static int get() {
      return y;
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              int seen = Lazy.y;
            });
    Thread second =
        new Thread(
            () -> {
              try {
                MethodHandle found =
                    MethodHandles.lookup()
                        .findStatic(Lazy.class, "get", MethodType.methodType(int.class));
                Field field = Lazy.class.getDeclaredField("y");
              } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
              }
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
