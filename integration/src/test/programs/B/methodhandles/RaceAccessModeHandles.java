import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.invoke.VarHandle.AccessMode;

/** MH-6, VH-3: a method handle of an opaque mode orders nothing. */
class RaceAccessModeHandles {
  static final VarHandle STATE;
  static final MethodHandle SET;
  static final MethodHandle GET;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      STATE = lookup.findStaticVarHandle(RaceAccessModeHandles.class, "state", int.class);
      SET = STATE.toMethodHandle(AccessMode.SET_OPAQUE);
      GET =
          MethodHandles.varHandleInvoker(
              AccessMode.GET_OPAQUE, MethodType.methodType(int.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static int state;
  private static int x;

  public static void main(String[] args) throws Throwable {
    Thread writer =
        new Thread(
            () -> {
              x = 1; // RACE x
              try {
                SET.invokeExact(1);
              } catch (Throwable e) {
                throw new AssertionError(e);
              }
            });
    writer.start();
    while ((int) GET.invokeExact(STATE) == 0) {
      Thread.onSpinWait();
    }
    x++; // RACE x
    writer.join();
  }
}
