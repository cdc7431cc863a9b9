package dev.racedetect.samples.mutex;

import java.util.Map;

/**
 * A map of counters whose writers take the monitor and whose reader does not.
 *
 * <p>Go: {@code mu.Lock()} in {@code Inc}, forgotten in {@code Get} "because it only reads". A
 * mutex orders those who take it; the reader may see any old value.
 */
public final class RaceMutex {

  private RaceMutex() {}

  private static final class Counter {
    private int value;
  }

  private static final class Counters {
    private final Map<String, Counter> byName = Map.of("hit", new Counter(), "miss", new Counter());

    synchronized void increment(String name) {
      byName.get(name).value++; // RACE Counter.value
    }

    int get(String name) {
      return byName.get(name).value; // RACE Counter.value
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
