package dev.racedetect.samples.counter;

/**
 * Two goroutines increment one counter, and updates get lost.
 *
 * <p>Go: {@code for i := 0; i < 2; i++ { go func() { for ... { count++ } }() }}, the first program
 * that everybody runs with {@code go run -race}. {@code count++} is a read, an addition and a
 * write; what the other thread writes in between is overwritten.
 */
public final class RaceCounter {

  private static final int ROUNDS = 100_000;

  private static int count;

  private RaceCounter() {}

  private static void work() {
    for (int i = 0; i < ROUNDS; i++) {
      count++; // RACE count
    }
  }

  /** Counts with two threads and prints how many increments were lost. */
  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(RaceCounter::work, "worker-1");
    Thread second = new Thread(RaceCounter::work, "worker-2");
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("counted " + count + " of " + 2 * ROUNDS);
  }
}
