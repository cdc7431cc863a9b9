import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** VH-6: elements of arrays. */
class NoRaceElement {
  static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(String[].class);

  int x;

  public static void main(String[] args) throws Exception {
    NoRaceElement o = new NoRaceElement();
    String[] flags = new String[100];
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              ELEMENT.setVolatile(flags, 70, "set");
            });
    Thread second =
        new Thread(
            () -> {
              while (ELEMENT.getVolatile(flags, 70) == null) {
                Thread.onSpinWait();
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
