import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;

/** CLI-2: reflective uses of a class come after its initialisation. */
class NoRaceReflectiveUse {
  static final int[] CELLS = new int[3];

  static class Invoked {
    static {
      CELLS[0] = 1;
    }

    static void method() {}
  }

  static class Ensured {
    static {
      CELLS[1] = 1;
    }
  }

  static void use() {
    try {
      Method method = Invoked.class.getDeclaredMethod("method");
      method.invoke(null);
      int sum = CELLS[0];
      MethodHandles.lookup().ensureInitialized(Ensured.class);
      sum += CELLS[1];
      if (sum != 2) {
        throw new AssertionError();
      }
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first = new Thread(NoRaceReflectiveUse::use);
    Thread second = new Thread(NoRaceReflectiveUse::use);
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
