import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-1, VH-2: plain accesses to an element, one by instruction. */
class RacePlainElement {
  static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);

  public static void main(String[] args) throws Exception {
    int[] a = new int[8];
    Thread first =
        new Thread(
            () -> {
              ELEMENT.set(a, 3, 1); // RACE int[]
            });
    Thread second =
        new Thread(
            () -> {
              int seen = a[3]; // RACE int[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
