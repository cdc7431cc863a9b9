import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-1, VH-2: different elements. */
class NoRacePlainElementsBeside {
  static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);

  public static void main(String[] args) throws Exception {
    int[] a = new int[8];
    Thread first =
        new Thread(
            () -> {
              ELEMENT.set(a, 3, 1);
            });
    Thread second =
        new Thread(
            () -> {
              int seen = a[4] + (int) ELEMENT.get(a, 2);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
