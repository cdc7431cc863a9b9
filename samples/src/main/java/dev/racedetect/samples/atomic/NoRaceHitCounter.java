package dev.racedetect.samples.atomic;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A hit counter made of an atomic.
 *
 * <p>Go: {@code var hits atomic.Int64; hits.Add(1)}. The increment is one step, and atomics are
 * ordered as volatile fields are.
 */
public final class NoRaceHitCounter {

  private static final AtomicLong HITS = new AtomicLong();

  private NoRaceHitCounter() {}

  private static void serve() {
    for (int i = 0; i < 1_000; i++) {
      HITS.incrementAndGet();
    }
  }

  /** Counts the hits of two threads. */
  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(NoRaceHitCounter::serve);
    Thread second = new Thread(NoRaceHitCounter::serve);
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("hits " + HITS.get());
  }
}
