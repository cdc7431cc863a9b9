package dev.racedetect.samples.once;

/**
 * A singleton made by double-checked locking, with the {@code volatile} forgotten.
 *
 * <p>Go: {@code if config == nil { mu.Lock(); if config == nil { config = load() }; mu.Unlock() }}
 * in place of {@code once.Do}. The look before the lock is ordered with nothing. This config is
 * saved by its final field (JLS 17.5); with any other field a thread could see it half made.
 */
public final class RaceOnce {

  private RaceOnce() {}

  private static final class Config {
    private final int port;

    Config(int port) {
      this.port = port;
    }
  }

  private static Config instance;

  @SuppressWarnings("DoubleCheckedLocking") // the fault to be shown
  private static Config instance() {
    if (instance == null) { // RACE instance
      synchronized (RaceOnce.class) {
        if (instance == null) {
          instance = new Config(8080); // RACE instance
        }
      }
    }
    return instance; // RACE instance
  }

  private static void use() {
    Config unused = instance();
  }

  /** Lets two threads use the singleton first. */
  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(RaceOnce::use);
    Thread second = new Thread(RaceOnce::use);
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("port " + instance().port);
  }
}
