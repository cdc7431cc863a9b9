import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A class loader that, asked for a class file, uses a class of its own for the first time. Others
 * then use that class's fields, and what it does with volatile fields orders them (JLS 17.4.4).
 */
public class NoRaceLoaderUsesItsOwnClassesWhenAsked {
  static class Store {
    private static volatile boolean ready;
    int opened;

    InputStream open(byte[] file) {
      opened++;
      return new ByteArrayInputStream(file);
    }

    static void set() {
      ready = true;
    }

    static boolean isSet() {
      return ready;
    }
  }

  public static class Base {
    int value;
  }

  public static class Task extends Base implements Runnable {
    @Override
    public void run() {
      value++;
    }
  }

  static class Loader extends ClassLoader {
    Store store;

    Loader() {
      super(NoRaceLoaderUsesItsOwnClassesWhenAsked.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.endsWith("$Task") && !name.endsWith("$Base")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] file = read(name + ".class");
      return defineClass(name, file, 0, file.length);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      if (store == null) {
        store = new Store();
      }
      return store.open(read(name));
    }

    private byte[] read(String name) {
      try (InputStream in = getParent().getResourceAsStream(name)) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static int data;

  public static void main(String[] args) throws Exception {
    Loader loader = new Loader();
    String task = NoRaceLoaderUsesItsOwnClassesWhenAsked.class.getName() + "$Task";
    ((Runnable) loader.loadClass(task).getDeclaredConstructor().newInstance()).run();
    if (loader.store != null) {
      loader.store.opened++;
    }
    Thread writer =
        new Thread(
            () -> {
              data = 1;
              Store.set();
            });
    writer.start();
    while (!Store.isSet()) {
      Thread.onSpinWait();
    }
    data++;
    writer.join();
  }
}
