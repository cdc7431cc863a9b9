import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/** MH-2: handles of array elements are plain accesses of the elements. */
class RaceElementHandles {
  static final MethodHandle GET = MethodHandles.arrayElementGetter(int[].class);
  static final MethodHandle SET = MethodHandles.arrayElementSetter(int[].class);

  public static void main(String[] args) throws Throwable {
    int[] cells = new int[2];
    Thread writer =
        new Thread(
            () -> {
              try {
                SET.invokeExact(cells, 1, 7); // RACE int[]
              } catch (Throwable e) {
                throw new AssertionError(e);
              }
            });
    writer.start();
    int unused = (int) GET.invokeExact(cells, 1); // RACE int[]
    writer.join();
  }
}
