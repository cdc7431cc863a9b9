package dev.racedetect.samples.rwmutex;

import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A map of counters with many readers and few writers.
 *
 * <p>Go: {@code mu.RLock()} to read and {@code mu.Lock()} to write a {@code sync.RWMutex}. Readers
 * run side by side; a writer is ordered after all earlier readers and before all later ones.
 */
public final class NoRaceRwMutex {

  private NoRaceRwMutex() {}

  private static final class Counter {
    private int value;
  }

  private static final class Counters {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, Counter> byName = Map.of("hit", new Counter(), "miss", new Counter());

    void increment(String name) {
      lock.writeLock().lock();
      try {
        byName.get(name).value++;
      } finally {
        lock.writeLock().unlock();
      }
    }

    int get(String name) {
      lock.readLock().lock();
      try {
        return byName.get(name).value;
      } finally {
        lock.readLock().unlock();
      }
    }
  }

  /** Lets two readers look on while a writer counts. */
  public static void main(String[] args) throws InterruptedException {
    Counters counters = new Counters();
    Runnable read =
        () -> {
          for (int i = 0; i < 1_000; i++) {
            if (counters.get("hit") > 1_000) {
              throw new IllegalStateException("counted too much");
            }
          }
        };
    Thread firstReader = new Thread(read);
    Thread secondReader = new Thread(read);
    firstReader.start();
    secondReader.start();
    for (int i = 0; i < 1_000; i++) {
      counters.increment("hit");
    }
    firstReader.join();
    secondReader.join();
    System.out.println("hit " + counters.get("hit"));
  }
}
