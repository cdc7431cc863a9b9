import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.invoke.VarHandle.AccessMode;

/** MH-6: a method handle of an access mode orders what the access mode orders. */
class NoRaceAccessModeHandles {
  static final VarHandle STATE;
  static final MethodHandle CAS;
  static final MethodHandle SET;
  static final MethodHandle GET;
  static final MethodHandle EXCHANGE;
  static final MethodHandle FOUND;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      STATE = lookup.findVarHandle(NoRaceAccessModeHandles.class, "state", int.class);
      CAS = STATE.toMethodHandle(AccessMode.COMPARE_AND_SET);
      SET = STATE.toMethodHandle(AccessMode.SET_RELEASE);
      MethodType get = MethodType.methodType(int.class, NoRaceAccessModeHandles.class);
      GET = MethodHandles.varHandleExactInvoker(AccessMode.GET_ACQUIRE, get);
      EXCHANGE =
          MethodHandles.varHandleInvoker(
              AccessMode.COMPARE_AND_EXCHANGE,
              MethodType.methodType(
                  Object.class, NoRaceAccessModeHandles.class, Object.class, Object.class));
      FOUND = lookup.findVirtual(VarHandle.class, "getVolatile", get);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int state;
  private static int x;
  private static int y;
  private static int z;

  void locked() {
    try {
      while (!(boolean) CAS.invokeExact(this, 0, 1)) {
        Thread.onSpinWait();
      }
      x++;
      SET.invokeExact(this, 0);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  void awaits(MethodHandle get, int value) {
    try {
      while ((int) get.invokeExact(STATE, this) != value) {
        Thread.onSpinWait();
      }
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  void exchange(int expected, int value) {
    try {
      if ((int) EXCHANGE.invoke(STATE, this, expected, value) != expected) {
        throw new AssertionError();
      }
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    NoRaceAccessModeHandles lock = new NoRaceAccessModeHandles();
    Thread first = new Thread(lock::locked);
    Thread second = new Thread(lock::locked);
    first.start();
    second.start();
    first.join();
    second.join();
    NoRaceAccessModeHandles flag = new NoRaceAccessModeHandles();
    Thread writer =
        new Thread(
            () -> {
              y = 1;
              flag.exchange(0, 2);
              flag.awaits(GET, 3);
              z++;
            });
    writer.start();
    flag.awaits(FOUND, 2);
    y++;
    z = 1;
    flag.exchange(2, 3);
    writer.join();
  }
}
