import java.lang.invoke.SwitchPoint;

/** IND-5: what follows the invalidation is not ordered before who finds the point invalid. */
class RaceSwitchPoint {
  static final SwitchPoint SWITCH = new SwitchPoint();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread writer =
        new Thread(
            () -> {
              SwitchPoint.invalidateAll(new SwitchPoint[] {SWITCH});
              x = 1; // RACE x
            });
    Thread reader =
        new Thread(
            () -> {
              while (!SWITCH.hasBeenInvalidated()) {
                Thread.onSpinWait();
              }
              x++; // RACE x
            });
    writer.start();
    reader.start();
    writer.join();
    reader.join();
  }
}
