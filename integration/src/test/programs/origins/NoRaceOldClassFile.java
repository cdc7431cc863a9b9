import java.io.IOException;
import java.io.InputStream;

/** MON-3, VOL-1: static synchronized methods and static volatile fields of an old class file. */
class NoRaceOldClassFile {
  /** Defines a class of this program with the class file version of Java 1.4. */
  static class Older extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals("NoRaceOldClassFile$Task")) {
        return super.loadClass(name, resolve);
      }
      try (InputStream in = NoRaceOldClassFile.class.getResourceAsStream(name + ".class")) {
        byte[] b = in.readAllBytes();
        b[7] = 48;
        return defineClass(name, b, 0, b.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  public static class Task implements Runnable {
    static int counted;
    static int published;
    static volatile boolean ready;

    static synchronized int count() {
      return ++counted;
    }

    @Override
    public void run() {
      if (count() == 1) {
        published = 1;
        ready = true;
      } else {
        while (!ready) {
          Thread.yield();
        }
        published++;
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Class<?> type = new Older().loadClass("NoRaceOldClassFile$Task");
    Runnable task = (Runnable) type.getConstructor().newInstance();
    Thread one = new Thread(task);
    Thread two = new Thread(task);
    one.start();
    two.start();
    one.join();
    two.join();
  }
}
