/** F10: a parallel capable loader has a lock a class name. */
class RaceFindClass {
  static class Loader extends ClassLoader {
    static {
      registerAsParallelCapable();
    }

    int asked;

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      asked++; // RACE Loader.asked
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
                  // as planned
                }
              });
      threads[k].start();
    }
    for (Thread t : threads) {
      t.join();
    }
  }
}
