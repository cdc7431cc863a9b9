import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.HashMap;
import java.util.Map;

/**
 * What a class loader of the application does only because an agent asks it for a class file is no
 * access of the program.
 */
class NoRaceLoaderAsked {
  /** Opaque accesses order nothing. */
  private static final VarHandle LOADED = MethodHandles.arrayElementVarHandle(int[].class);

  static class Loader extends ClassLoader {
    static {
      registerAsParallelCapable();
    }

    private int asked;
    private final Map<String, byte[]> files = new HashMap<>();

    Loader() throws IOException {
      super(NoRaceLoaderAsked.class.getClassLoader());
      for (String part : new String[] {"A", "B", "C", "D"}) {
        String name = "NoRaceLoaderAsked$Part" + part;
        try (InputStream in = super.getResourceAsStream(name + ".class")) {
          files.put(name, in.readAllBytes());
        }
      }
    }

    void ask() {
      asked++;
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      ask();
      return super.getResourceAsStream(name);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.contains("$Part")) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      byte[] file = files.get(name);
      return known != null ? known : defineClass(name, file, 0, file.length);
    }
  }

  static class PartA {
    int field;

    PartA() {
      field = 1;
    }
  }

  static class PartB extends PartA {
    int more;

    PartB() {
      more = 2;
    }
  }

  static class PartC {
    int field;

    PartC() {
      field = 1;
    }
  }

  static class PartD extends PartC {
    int more;

    PartD() {
      more = 2;
    }
  }

  public static void main(String[] args) throws Exception {
    Loader loader = new Loader();
    int[] loaded = new int[1];
    String[] names = {"NoRaceLoaderAsked$PartB", "NoRaceLoaderAsked$PartD"};
    Class.forName(names[0], false, loader);
    Thread other =
        new Thread(
            () -> {
              while ((int) LOADED.getOpaque(loaded, 0) == 0) {
                Thread.onSpinWait();
              }
              loader.ask();
            });
    other.start();
    Class.forName(names[1], false, loader);
    LOADED.setOpaque(loaded, 0, 1);
    other.join();
    System.out.println(loader.asked);
  }
}
