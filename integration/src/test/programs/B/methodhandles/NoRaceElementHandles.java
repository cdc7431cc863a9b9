import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/** MH-2: handles of array elements access one element. */
class NoRaceElementHandles {
  static final MethodHandle GET = MethodHandles.arrayElementGetter(Object[].class);
  static final MethodHandle SET = MethodHandles.arrayElementSetter(String[].class);

  public static void main(String[] args) throws Throwable {
    String[] cells = new String[2];
    Thread writer =
        new Thread(
            () -> {
              try {
                SET.invokeExact(cells, 1, "a");
              } catch (Throwable e) {
                throw new AssertionError(e);
              }
            });
    writer.start();
    Object unused = GET.invokeExact((Object[]) cells, 0);
    writer.join();
  }
}
