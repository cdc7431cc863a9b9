import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** TERM-4: isAlive, called by reflection or a method handle. */
class NoRaceReflectiveIsAlive {
  static int x;
  static int y;

  public static void main(String[] args) throws Throwable {
    Thread one = new Thread(() -> x = 1);
    one.start();
    while ((boolean) Thread.class.getMethod("isAlive").invoke(one)) {
      Thread.yield();
    }
    Thread two = new Thread(() -> y = 1);
    two.start();
    MethodHandle alive =
        MethodHandles.lookup()
            .findVirtual(Thread.class, "isAlive", MethodType.methodType(boolean.class));
    while ((boolean) alive.invokeExact(two)) {
      Thread.yield();
    }
    if (x + y != 2) {
      throw new AssertionError();
    }
  }
}
