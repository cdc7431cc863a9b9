package dev.racedetect.samples.mutex;

import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A map of counters guarded by a lock object.
 *
 * <p>Go: {@code mu.Lock(); defer mu.Unlock(); counters[name]++}; {@code finally} takes the place of
 * {@code defer}. {@code unlock} is ordered before the next {@code lock}.
 */
public final class NoRaceReentrantLock {

  private NoRaceReentrantLock() {}

  private static final class Counter {
    private int value;
  }

  private static final class Counters {
    private final Lock lock = new ReentrantLock();
    private final Map<String, Counter> byName = Map.of("hit", new Counter(), "miss", new Counter());

    void increment(String name) {
      lock.lock();
      try {
        byName.get(name).value++;
      } finally {
        lock.unlock();
      }
    }

    int get(String name) {
      lock.lock();
      try {
        return byName.get(name).value;
      } finally {
        lock.unlock();
      }
    }
  }

  /** Counts with two threads while the main thread looks on. */
  public static void main(String[] args) throws InterruptedException {
    Counters counters = new Counters();
    Runnable work =
        () -> {
          for (int i = 0; i < 1_000; i++) {
            counters.increment(i % 10 == 0 ? "miss" : "hit");
          }
        };
    Thread first = new Thread(work);
    Thread second = new Thread(work);
    first.start();
    second.start();
    boolean plausible = counters.get("hit") <= 1_800;
    first.join();
    second.join();
    System.out.println(
        "hit " + counters.get("hit") + ", miss " + counters.get("miss") + ", " + plausible);
  }
}
