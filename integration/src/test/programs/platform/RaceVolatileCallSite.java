import java.lang.invoke.MethodHandles;
import java.lang.invoke.VolatileCallSite;

/** IND-3: what follows the setting of a target is not ordered before who finds it. */
class RaceVolatileCallSite {
  static final VolatileCallSite SITE =
      new VolatileCallSite(MethodHandles.constant(int.class, 0));
  static int x;

  public static void main(String[] args) throws Exception {
    Thread writer =
        new Thread(
            () -> {
              SITE.setTarget(MethodHandles.constant(int.class, 1));
              x = 1; // RACE x
            });
    Thread reader =
        new Thread(
            () -> {
              try {
                while ((int) SITE.getTarget().invokeExact() == 0) {
                  Thread.onSpinWait();
                }
                x++; // RACE x
              } catch (Throwable e) {
                throw new AssertionError(e);
              }
            });
    writer.start();
    reader.start();
    writer.join();
    reader.join();
  }
}
