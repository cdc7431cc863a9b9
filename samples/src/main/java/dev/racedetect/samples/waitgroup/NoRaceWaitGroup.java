package dev.racedetect.samples.waitgroup;

import java.util.concurrent.CountDownLatch;

/**
 * Waiting for a group of goroutines.
 *
 * <p>Go: {@code wg.Add(4)}, {@code defer wg.Done()} in each goroutine, {@code wg.Wait()}. The
 * counterpart is a {@code CountDownLatch}: what a worker did before {@code countDown} is visible
 * after {@code await}. Each worker writes an element of its own, so they need no order among
 * themselves.
 */
public final class NoRaceWaitGroup {

  private static final int WORKERS = 4;

  private NoRaceWaitGroup() {}

  /** Lets each worker sum up a quarter of the numbers and prints the total. */
  public static void main(String[] args) throws InterruptedException {
    int[] partial = new int[WORKERS];
    CountDownLatch running = new CountDownLatch(WORKERS);
    for (int w = 0; w < WORKERS; w++) {
      int worker = w;
      new Thread(
              () -> {
                try {
                  for (int n = worker; n < 1_000; n += WORKERS) {
                    partial[worker] += n;
                  }
                } finally {
                  running.countDown();
                }
              })
          .start();
    }
    running.await();
    int total = 0;
    for (int part : partial) {
      total += part;
    }
    System.out.println("total " + total);
  }
}
