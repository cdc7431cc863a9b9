package dev.racedetect.samples.once;

/**
 * A singleton made on first use by the initialisation of a class.
 *
 * <p>Go: {@code once.Do(func() { config = load() })}. The JVM initialises {@code Holder} once, and
 * every thread that uses it is ordered after the end of that (JLS 12.4.2): no lock in sight, and
 * the fields of the singleton need not be final.
 */
public final class NoRaceOnce {

  private NoRaceOnce() {}

  private static final class Config {
    private int port;

    static Config load() {
      Config config = new Config();
      config.port = 8080;
      return config;
    }
  }

  private static final class Holder {
    private static final Config CONFIG = Config.load();
  }

  private static void use() {
    if (Holder.CONFIG.port != 8080) {
      throw new IllegalStateException("half a config");
    }
  }

  /** Lets two threads use the singleton first. */
  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(NoRaceOnce::use);
    Thread second = new Thread(NoRaceOnce::use);
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("port " + Holder.CONFIG.port);
  }
}
