package dev.racedetect.samples.once;

/**
 * A singleton made on first use by double-checked locking.
 *
 * <p>Go: what {@code sync.Once} does inside, an atomic look before the mutex. The field is
 * volatile: a thread that sees the reference without taking the lock is ordered after its write,
 * and so after everything written into the object before.
 */
public final class NoRaceDoubleChecked {

  private NoRaceDoubleChecked() {}

  private static final class Config {
    private int port;
  }

  private static volatile Config instance;

  private static Config instance() {
    Config seen = instance;
    if (seen == null) {
      synchronized (NoRaceDoubleChecked.class) {
        seen = instance;
        if (seen == null) {
          seen = new Config();
          seen.port = 8080;
          instance = seen;
        }
      }
    }
    return seen;
  }

  private static void use() {
    if (instance().port != 8080) {
      throw new IllegalStateException("half a config");
    }
  }

  /** Lets two threads use the singleton first. */
  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(NoRaceDoubleChecked::use);
    Thread second = new Thread(NoRaceDoubleChecked::use);
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("port " + instance().port);
  }
}
