package dev.racedetect.samples.scheduling;

// JDK 21+

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A hundred thousand goroutines at a time.
 *
 * <p>Go: {@code for i := range 100_000 { wg.Go(func() { ... }) }; wg.Wait()}. The scheduler puts
 * all of them on a few carrier threads. Each writes an element of its own and counts itself with an
 * atomic.
 */
public final class NoRaceHundredThousand {

  private static final int GOROUTINES = 100_000;

  private NoRaceHundredThousand() {}

  /** Starts all of them, waits for all of them and prints the sum of their results. */
  public static void main(String[] args) throws InterruptedException {
    long[] results = new long[GOROUTINES];
    AtomicInteger done = new AtomicInteger();
    List<Thread> goroutines = new ArrayList<>();
    for (int i = 0; i < GOROUTINES; i++) {
      int number = i;
      goroutines.add(
          Thread.startVirtualThread(
              () -> {
                Thread.yield();
                results[number] = number;
                done.incrementAndGet();
              }));
    }
    for (Thread goroutine : goroutines) {
      goroutine.join();
    }
    long sum = 0;
    for (long result : results) {
      sum += result;
    }
    System.out.println("done " + done.get() + ", sum " + sum);
  }
}
