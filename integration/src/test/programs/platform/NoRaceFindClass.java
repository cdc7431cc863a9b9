import java.util.HashMap;
import java.util.Map;

/** F10: a loader that is not parallel capable looks for classes under its own monitor. */
class NoRaceFindClass {
  static class Loader extends ClassLoader {
    final Map<String, Integer> asked = new HashMap<>();

    synchronized int names() {
      return asked.size();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      asked.put(name, 1);
      throw new ClassNotFoundException(name);
    }
  }

  public static void main(String[] args) throws Exception {
    Loader loader = new Loader();
    Thread[] threads = new Thread[2];
    for (int k = 0; k < 2; k++) {
      String name = "missing.Class" + k;
      threads[k] =
          new Thread(
              () -> {
                try {
                  loader.loadClass(name);
                } catch (ClassNotFoundException e) {
                  loader.names();
                }
              });
      threads[k].start();
    }
    for (Thread t : threads) {
      t.join();
    }
  }
}
