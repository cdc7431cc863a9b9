import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-5: each element is a variable of its own. */
class RaceOtherElement {
  static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);

  int x;

  public static void main(String[] args) throws Exception {
    RaceOtherElement o = new RaceOtherElement();
    int[] flags = new int[2];
    Thread first =
        new Thread(
            () -> {
              o.x = 1; // RACE x
              ELEMENT.setRelease(flags, 0, 1);
            });
    Thread second =
        new Thread(
            () -> {
              int seen = (int) ELEMENT.getAcquire(flags, 1);
              int x = o.x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
