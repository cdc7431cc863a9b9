import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** L 17.4.5: monitors, volatile fields and initialisation of hidden classes. */
class NoRaceHiddenClass {
  static int underMonitor;
  static int underStaticMonitor;
  static int published;
  static int initialised;

  /** Defined as a hidden class, more than once. */
  static class Template implements Runnable, BooleanSupplier, Consumer<Runnable> {
    private static final int[] TABLE = new int[2];
    private static volatile int opened;
    private volatile boolean ready;

    static {
      TABLE[1] = 4;
      initialised++;
    }

    @Override
    public void run() {
      opened++;
      ready = true;
    }

    @Override
    public boolean getAsBoolean() {
      return ready && opened > 0 && TABLE[1] == 4;
    }

    @Override
    public synchronized void accept(Runnable task) {
      task.run();
      count();
    }

    private static synchronized void count() {
      underStaticMonitor++;
    }
  }

  static void use(Object made) throws Exception {
    Thread one =
        new Thread(
            () -> {
              published++;
              ((Runnable) made).run();
              lock(made);
            });
    one.start();
    while (!((BooleanSupplier) made).getAsBoolean()) {
      Thread.onSpinWait();
    }
    int seen = published;
    lock(made);
    one.join();
    if (seen != published) {
      throw new AssertionError(seen);
    }
  }

  @SuppressWarnings("unchecked")
  static void lock(Object made) {
    ((Consumer<Runnable>) made).accept(() -> underMonitor++);
  }

  public static void main(String[] args) throws Exception {
    byte[] file;
    try (InputStream in =
        NoRaceHiddenClass.class.getResourceAsStream("NoRaceHiddenClass$Template.class")) {
      file = in.readAllBytes();
    }
    for (int i = 0; i < 3; i++) {
      Class<?> made = MethodHandles.lookup().defineHiddenClass(file, false).lookupClass();
      use(made.getDeclaredConstructor().newInstance());
    }
    if (underMonitor != 6 || underStaticMonitor != 6 || initialised != 3) {
      throw new AssertionError(underMonitor);
    }
  }
}
