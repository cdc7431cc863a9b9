import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** CLI-2: a class that is looked up by its name is initialised, by every form that asks for it. */
class NoRaceUsesByName {
  static final int[] CELLS = new int[4];

  static class ByName {
    static {
      CELLS[0] = 1;
    }
  }

  static class ByLoader {
    static {
      CELLS[1] = 1;
    }
  }

  static class ByReflection {
    static {
      CELLS[2] = 1;
    }
  }

  static class ByHandle {
    static {
      CELLS[3] = 1;
    }
  }

  static void use() {
    try {
      ClassLoader loader = NoRaceUsesByName.class.getClassLoader();
      Class.forName("NoRaceUsesByName$ByName");
      int sum = CELLS[0];
      Class.forName("NoRaceUsesByName$ByLoader", true, loader);
      sum += CELLS[1];
      Class.class
          .getMethod("forName", String.class)
          .invoke(null, "NoRaceUsesByName$ByReflection");
      sum += CELLS[2];
      MethodHandle forName =
          MethodHandles.lookup()
              .findStatic(
                  Class.class, "forName", MethodType.methodType(Class.class, String.class));
      Class<?> last = (Class<?>) forName.invoke("NoRaceUsesByName$ByHandle");
      sum += CELLS[3];
      if (sum != 4 || last != ByHandle.class) {
        throw new AssertionError();
      }
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first = new Thread(NoRaceUsesByName::use);
    Thread second = new Thread(NoRaceUsesByName::use);
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
