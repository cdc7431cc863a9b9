import java.io.IOException;
import java.io.InputStream;

/** CLI-2: a constant of an interface of an old class file, which cannot have static methods. */
class NoRaceOldInterface {
  /** Defines classes of this program with the class file version of Java 1.4. */
  static class Older extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals("NoRaceOldInterface$Task") && !name.equals("NoRaceOldInterface$Tokens")) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      try (InputStream in = NoRaceOldInterface.class.getResourceAsStream(name + ".class")) {
        byte[] b = in.readAllBytes();
        b[7] = 48;
        return defineClass(name, b, 0, b.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  interface Tokens {
    String[] IMAGES = {"(", ")"};
  }

  public static class Task implements Runnable, Tokens {
    @Override
    public void run() {
      if (IMAGES[1].length() != 1) {
        throw new AssertionError();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Class<?> type = new Older().loadClass("NoRaceOldInterface$Task");
    Runnable task = (Runnable) type.getConstructor().newInstance();
    Thread one = new Thread(task);
    Thread two = new Thread(task);
    one.start();
    two.start();
    one.join();
    two.join();
  }
}
