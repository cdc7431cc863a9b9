import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * CLI-1: who reads a static field through a handle has acquired the initialisation of its class.
 */
class NoRaceStaticInitialisedElsewhere {
  static class Holder {
    static int flag = 5;
  }

  static VarHandle handle() {
    try {
      return MethodHandles.lookup().findStaticVarHandle(Holder.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    NoRaceStaticInitialisedElsewhere o = new NoRaceStaticInitialisedElsewhere();
    Thread first =
        new Thread(
            () -> {
              int seen = (int) handle().get();
            });
    Thread second =
        new Thread(
            () -> {
              int seen = (int) handle().get() + (int) handle().getVolatile();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
