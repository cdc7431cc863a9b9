package dev.racedetect.samples.counter;

/**
 * Two goroutines count for themselves, and the results are added when both have ended.
 *
 * <p>Go: each goroutine keeps a local counter and the caller sums up after {@code wg.Wait()}.
 * Sharing nothing is the simplest cure of {@link RaceCounter}: the start of a thread is ordered
 * after what came before it, and its end before the return of {@code join}.
 */
public final class NoRaceCounter {

  private static final int ROUNDS = 100_000;

  private NoRaceCounter() {}

  private static final class Worker extends Thread {
    private int count;

    @Override
    public void run() {
      for (int i = 0; i < ROUNDS; i++) {
        count++;
      }
    }
  }

  /** Counts with two threads and prints the sum. */
  public static void main(String[] args) throws InterruptedException {
    Worker first = new Worker();
    Worker second = new Worker();
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("counted " + (first.count + second.count) + " of " + 2 * ROUNDS);
  }
}
