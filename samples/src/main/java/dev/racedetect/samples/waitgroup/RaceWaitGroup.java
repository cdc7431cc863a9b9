package dev.racedetect.samples.waitgroup;

import java.util.concurrent.CountDownLatch;

/**
 * A goroutine that signs off before it has finished.
 *
 * <p>Go: {@code wg.Done()} at the beginning of the goroutine where {@code defer wg.Done()} was
 * meant. The latch orders what came before {@code countDown}, and the result comes after.
 */
public final class RaceWaitGroup {

  private static final int WORKERS = 4;

  private RaceWaitGroup() {}

  private static int sum(int worker) {
    int sum = 0;
    for (int n = worker; n < 1_000; n += WORKERS) {
      sum += n;
    }
    return sum;
  }

  /** Lets each worker sum up a quarter of the numbers and prints what is there too early. */
  public static void main(String[] args) throws InterruptedException {
    int[] partial = new int[WORKERS];
    CountDownLatch running = new CountDownLatch(WORKERS);
    for (int w = 0; w < WORKERS; w++) {
      int worker = w;
      new Thread(
              () -> {
                running.countDown();
                partial[worker] = sum(worker); // RACE int[]
              })
          .start();
    }
    running.await();
    int total = 0;
    for (int w = 0; w < WORKERS; w++) {
      total += partial[w]; // RACE int[]
    }
    System.out.println("total " + total);
  }
}
