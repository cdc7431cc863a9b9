import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VolatileCallSite;

/** IND-3: the target of a volatile call site is a volatile variable. */
class NoRaceVolatileCallSite {
  static final VolatileCallSite SITE =
      new VolatileCallSite(MethodHandles.constant(int.class, 0));
  static final MethodHandle INVOKER = SITE.dynamicInvoker();
  static int x;
  static int y;

  public static void main(String[] args) throws Exception {
    Thread writer =
        new Thread(
            () -> {
              x = 1;
              y = 1;
              SITE.setTarget(MethodHandles.constant(int.class, 1));
            });
    Thread other =
        new Thread(
            () -> {
              try {
                while ((int) SITE.getTarget().invokeExact() == 0) {
                  Thread.onSpinWait();
                }
                x++;
              } catch (Throwable e) {
                throw new AssertionError(e);
              }
            });
    Thread another =
        new Thread(
            () -> {
              try {
                while ((int) INVOKER.invokeExact() == 0) {
                  Thread.onSpinWait();
                }
                y++;
              } catch (Throwable e) {
                throw new AssertionError(e);
              }
            });
    writer.start();
    other.start();
    another.start();
    writer.join();
    other.join();
    another.join();
  }
}
