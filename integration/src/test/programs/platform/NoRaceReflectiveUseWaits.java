import java.lang.invoke.MethodHandles;

/**
 * CLI-2: a reflective use of a class that waits in the middle of the initialisation, for that of an
 * interface, which another thread runs: what that initialiser wrote comes before what follows the
 * use.
 */
class NoRaceReflectiveUseWaits {
  static final int[] CELLS = new int[8];

  static volatile int running;

  static int pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return 0;
  }

  static int initialise(int cell) {
    pause(8);
    CELLS[cell] = 1;
    return 1;
  }

  interface I0 {
    int ONE = initialise(0);

    default void method() {}
  }

  static class C0 {
    static final int PAUSED = pause(2);
    static final int RUNNING = running;
  }

  static class D0 extends C0 implements I0 {
    static void use() {}
  }

  interface I1 {
    int ONE = initialise(1);

    default void method() {}
  }

  static class C1 {
    static final int PAUSED = pause(2);
    static final int RUNNING = running;
  }

  static class D1 extends C1 implements I1 {
    static void use() {}
  }

  interface I2 {
    int ONE = initialise(2);

    default void method() {}
  }

  static class C2 {
    static final int PAUSED = pause(2);
    static final int RUNNING = running;
  }

  static class D2 extends C2 implements I2 {
    static void use() {}
  }

  interface I3 {
    int ONE = initialise(3);

    default void method() {}
  }

  static class C3 {
    static final int PAUSED = pause(2);
    static final int RUNNING = running;
  }

  static class D3 extends C3 implements I3 {
    static void use() {}
  }

  interface I4 {
    int ONE = initialise(4);

    default void method() {}
  }

  static class C4 {
    static final int PAUSED = pause(2);
    static final int RUNNING = running;
  }

  static class D4 extends C4 implements I4 {
    static void use() {}
  }

  interface I5 {
    int ONE = initialise(5);

    default void method() {}
  }

  static class C5 {
    static final int PAUSED = pause(2);
    static final int RUNNING = running;
  }

  static class D5 extends C5 implements I5 {
    static void use() {}
  }

  interface I6 {
    int ONE = initialise(6);

    default void method() {}
  }

  static class C6 {
    static final int PAUSED = pause(2);
    static final int RUNNING = running;
  }

  static class D6 extends C6 implements I6 {
    static void use() {}
  }

  interface I7 {
    int ONE = initialise(7);

    default void method() {}
  }

  static class C7 {
    static final int PAUSED = pause(2);
    static final int RUNNING = running;
  }

  static class D7 extends C7 implements I7 {
    static void use() {}
  }

  static int use(Class<?> type, int cell) throws ReflectiveOperationException {
    pause(2);
    if (cell % 2 == 0) {
      type.getDeclaredMethod("use").invoke(null);
    } else {
      MethodHandles.lookup().ensureInitialized(type);
    }
    return CELLS[cell];
  }

  static Class<?> find(String name) throws ReflectiveOperationException {
    Class<?> here = NoRaceReflectiveUseWaits.class;
    return Class.forName(here.getName() + "$" + name, false, here.getClassLoader());
  }

  static void useAll(String prefix) {
    try {
      for (int i = 0; i < CELLS.length; i++) {
        Class<?> type = find(prefix + i);
        if (prefix.equals("I")) {
          Class.forName(type.getName());
        } else if (use(type, i) != 1) {
          throw new AssertionError(i);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first = new Thread(() -> useAll("I"));
    Thread second = new Thread(() -> useAll("D"));
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
