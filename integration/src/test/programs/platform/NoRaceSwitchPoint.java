import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.SwitchPoint;

/** IND-5: invalidating a switch point is ordered before who finds it invalid. */
class NoRaceSwitchPoint {
  static final SwitchPoint SWITCH = new SwitchPoint();
  static final MethodHandle CHOICE =
      SWITCH.guardWithTest(
          MethodHandles.constant(int.class, 0), MethodHandles.constant(int.class, 1));
  static int x;
  static int y;

  public static void main(String[] args) throws Exception {
    Thread writer =
        new Thread(
            () -> {
              x = 1;
              y = 1;
              SwitchPoint.invalidateAll(new SwitchPoint[] {SWITCH});
            });
    Thread reader =
        new Thread(
            () -> {
              while (!SWITCH.hasBeenInvalidated()) {
                Thread.onSpinWait();
              }
              x++;
            });
    Thread caller =
        new Thread(
            () -> {
              try {
                while ((int) CHOICE.invokeExact() == 0) {
                  Thread.onSpinWait();
                }
                y++;
              } catch (Throwable e) {
                throw new AssertionError(e);
              }
            });
    writer.start();
    reader.start();
    caller.start();
    writer.join();
    reader.join();
    caller.join();
  }
}
