import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.function.BooleanSupplier;

/** L 17.4.5: what comes after a volatile write of a hidden class is not published by it. */
class RaceHiddenClass {
  static int late;

  /** Defined as a hidden class. */
  static class Template implements Runnable, BooleanSupplier {
    private volatile boolean ready;

    @Override
    public void run() {
      ready = true;
    }

    @Override
    public boolean getAsBoolean() {
      return ready;
    }
  }

  public static void main(String[] args) throws Exception {
    byte[] file;
    try (InputStream in =
        RaceHiddenClass.class.getResourceAsStream("RaceHiddenClass$Template.class")) {
      file = in.readAllBytes();
    }
    Class<?> made = MethodHandles.lookup().defineHiddenClass(file, true).lookupClass();
    Object gate = made.getDeclaredConstructor().newInstance();
    Thread t =
        new Thread(
            () -> {
              ((Runnable) gate).run();
              late = 1; // RACE late
            });
    t.start();
    while (!((BooleanSupplier) gate).getAsBoolean()) {
      Thread.onSpinWait();
    }
    int seen = late; // RACE late
    t.join();
  }
}
