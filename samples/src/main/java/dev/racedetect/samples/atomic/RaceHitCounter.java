package dev.racedetect.samples.atomic;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A hit counter made of an atomic, and a neighbour that is not.
 *
 * <p>Go: {@code hits.Add(1); lastPath = path}. The atomic is safe, but it lends nothing to the
 * field beside it: both handlers write the field without any order.
 */
public final class RaceHitCounter {

  private static final AtomicLong HITS = new AtomicLong();

  private static String lastPath = "";

  private RaceHitCounter() {}

  private static void serve(String path) {
    lastPath = path; // RACE lastPath
    HITS.incrementAndGet();
  }

  /** Counts the hits of two threads. */
  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(() -> serve("/a"));
    Thread second = new Thread(() -> serve("/b"));
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("hits " + HITS.get() + ", last " + (lastPath.length() == 2));
  }
}
