import java.io.IOException;
import java.io.InputStream;

/** VOL-1: a volatile field inherited from a class that another loader defined from no file. */
class NoRaceSuperclassWithoutFile {
  /** Defines one class of this program and shows the files of none. */
  static class One extends ClassLoader {
    private final String only;

    One(ClassLoader parent, String only) {
      super(parent);
      this.only = only;
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      return null;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (!name.equals(only)) {
        throw new ClassNotFoundException(name);
      }
      try (InputStream in = NoRaceSuperclassWithoutFile.class.getResourceAsStream(name + ".class")) {
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
    ClassLoader above = new One(ClassLoader.getPlatformClassLoader(), "NoRaceSuperclassWithoutFile$Base");
    Class<?> type = new One(above, "NoRaceSuperclassWithoutFile$Task").loadClass("NoRaceSuperclassWithoutFile$Task");
    Runnable task = (Runnable) type.getConstructor().newInstance();
    Thread one = new Thread(task);
    Thread two = new Thread(task);
    one.start();
    two.start();
    one.join();
    two.join();
  }
}
