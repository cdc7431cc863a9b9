import java.io.IOException;
import java.io.InputStream;

/** L 17.4.5: a race on a static field of an old class file. */
class RaceOldClassFile {
  /** Defines a class of this program with the class file version of Java 1.4. */
  static class Older extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals("RaceOldClassFile$Task")) {
        return super.loadClass(name, resolve);
      }
      try (InputStream in = RaceOldClassFile.class.getResourceAsStream(name + ".class")) {
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
    static int locked;

    static synchronized void lock() {
      locked++;
    }

    @Override
    public void run() {
      counted++; // RACE counted
      lock();
    }
  }

  public static void main(String[] args) throws Exception {
    Class<?> type = new Older().loadClass("RaceOldClassFile$Task");
    Runnable task = (Runnable) type.getConstructor().newInstance();
    Thread one = new Thread(task);
    Thread two = new Thread(task);
    one.start();
    two.start();
    one.join();
    two.join();
  }
}
