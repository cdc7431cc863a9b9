package dev.racedetect.samples.rwmutex;

import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A map of counters that is written under the read lock.
 *
 * <p>Go: {@code mu.RLock(); counters[name]++; mu.RUnlock()}. Holders of the read lock run side by
 * side, and nothing orders one of them before the other: increments get lost.
 */
public final class RaceRwMutex {

  private RaceRwMutex() {}

  private static final class Counter {
    private int value;
  }

  private static final class Counters {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, Counter> byName = Map.of("hit", new Counter(), "miss", new Counter());

    void increment(String name) {
      lock.readLock().lock();
      try {
        byName.get(name).value++; // RACE Counter.value
      } finally {
        lock.readLock().unlock();
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

  /** Counts with two threads under a lock of the wrong mode. */
  public static void main(String[] args) throws InterruptedException {
    Counters counters = new Counters();
    Runnable work =
        () -> {
          for (int i = 0; i < 1_000; i++) {
            counters.increment("hit");
          }
        };
    Thread first = new Thread(work);
    Thread second = new Thread(work);
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("hit " + counters.get("hit") + " of 2000");
  }
}
