import java.io.IOException;
import java.io.InputStream;

/** L 17.4.5: a race in classes of a loader that delegates nothing but java.*. */
class RaceIsolatedLoader {
  /** Finds this program's other classes, and nothing else but the platform's. */
  static class Isolating extends ClassLoader {
    Isolating() {
      super(null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("java.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      if (!name.startsWith("RaceIsolatedLoader$")) {
        throw new ClassNotFoundException(name);
      }
      try (InputStream in = RaceIsolatedLoader.class.getResourceAsStream(name + ".class")) {
        byte[] b = in.readAllBytes();
        return defineClass(name, b, 0, b.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  public static class Base {
    int shared;
  }

  public static class Task extends Base implements Runnable {
    @Override
    public void run() {
      shared++; // RACE shared
    }
  }

  public static void main(String[] args) throws Exception {
    Class<?> type = new Isolating().loadClass("RaceIsolatedLoader$Task");
    Runnable task = (Runnable) type.getConstructor().newInstance();
    Thread one = new Thread(task);
    Thread two = new Thread(task);
    one.start();
    two.start();
    one.join();
    two.join();
  }
}
