import java.io.IOException;
import java.io.InputStream;

/** VOL-1, MON-1: classes of a loader that delegates nothing but java.* are watched as all others. */
class NoRaceIsolatedLoader {
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
      if (!name.startsWith("NoRaceIsolatedLoader$")) {
        throw new ClassNotFoundException(name);
      }
      try (InputStream in = NoRaceIsolatedLoader.class.getResourceAsStream(name + ".class")) {
        byte[] b = in.readAllBytes();
        return defineClass(name, b, 0, b.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  public static class Base {
    public volatile boolean ready;
  }

  public static class Task extends Base implements Runnable {
    boolean claimed;
    int shared;

    @Override
    public void run() {
      boolean first;
      synchronized (this) {
        first = !claimed;
        claimed = true;
      }
      if (first) {
        shared = 1;
        ready = true;
      } else {
        while (!ready) {
          Thread.onSpinWait();
        }
        shared++;
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Class<?> type = new Isolating().loadClass("NoRaceIsolatedLoader$Task");
    Runnable task = (Runnable) type.getConstructor().newInstance();
    Thread one = new Thread(task);
    Thread two = new Thread(task);
    one.start();
    two.start();
    one.join();
    two.join();
  }
}
