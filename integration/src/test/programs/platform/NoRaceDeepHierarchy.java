import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.locks.ReentrantLock;

/**
 * LK-1, F6: a class loader of the application is called from inside those of the JDK, once for each
 * superclass, 40 deep; the loads are counted under a lock.
 */
class NoRaceDeepHierarchy {
  /** Opaque accesses order nothing. */
  private static final VarHandle LOADED = MethodHandles.arrayElementVarHandle(int[].class);

  static class Loader extends URLClassLoader {
    private final ReentrantLock lock = new ReentrantLock();
    private int loads;

    Loader() {
      super(
          new URL[] {NoRaceDeepHierarchy.class.getProtectionDomain().getCodeSource().getLocation()},
          NoRaceDeepHierarchy.class.getClassLoader());
    }

    void count() {
      lock.lock();
      try {
        loads++;
      } finally {
        lock.unlock();
      }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.contains("$L")) {
        return super.loadClass(name, resolve);
      }
      count();
      Class<?> known = findLoadedClass(name);
      return known != null ? known : findClass(name);
    }
  }

  static class L0 {}

  static class L1 extends L0 {}

  static class L2 extends L1 {}

  static class L3 extends L2 {}

  static class L4 extends L3 {}

  static class L5 extends L4 {}

  static class L6 extends L5 {}

  static class L7 extends L6 {}

  static class L8 extends L7 {}

  static class L9 extends L8 {}

  static class L10 extends L9 {}

  static class L11 extends L10 {}

  static class L12 extends L11 {}

  static class L13 extends L12 {}

  static class L14 extends L13 {}

  static class L15 extends L14 {}

  static class L16 extends L15 {}

  static class L17 extends L16 {}

  static class L18 extends L17 {}

  static class L19 extends L18 {}

  static class L20 extends L19 {}

  static class L21 extends L20 {}

  static class L22 extends L21 {}

  static class L23 extends L22 {}

  static class L24 extends L23 {}

  static class L25 extends L24 {}

  static class L26 extends L25 {}

  static class L27 extends L26 {}

  static class L28 extends L27 {}

  static class L29 extends L28 {}

  static class L30 extends L29 {}

  static class L31 extends L30 {}

  static class L32 extends L31 {}

  static class L33 extends L32 {}

  static class L34 extends L33 {}

  static class L35 extends L34 {}

  static class L36 extends L35 {}

  static class L37 extends L36 {}

  static class L38 extends L37 {}

  static class L39 extends L38 {}

  public static void main(String[] args) throws Exception {
    Loader loader = new Loader();
    int[] loaded = new int[1];
    Thread other =
        new Thread(
            () -> {
              while ((int) LOADED.getOpaque(loaded, 0) == 0) {
                Thread.onSpinWait();
              }
              loader.count();
            });
    other.start();
    Class.forName("NoRaceDeepHierarchy$L39", false, loader);
    LOADED.setOpaque(loaded, 0, 1);
    other.join();
  }
}
