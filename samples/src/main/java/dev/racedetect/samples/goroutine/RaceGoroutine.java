package dev.racedetect.samples.goroutine;

/**
 * Starting a goroutine and sleeping until its answer should be there.
 *
 * <p>Go: {@code go func() { answer = compute() }(); time.Sleep(...); fmt.Println(answer)}. Sleeping
 * orders nothing (JLS 17.3): however long it takes, the other thread's write need not have
 * happened, or need not be visible.
 */
public final class RaceGoroutine {

  private static int answer;

  private RaceGoroutine() {}

  /** Asks a thread and prints what is there after a while. */
  public static void main(String[] args) throws InterruptedException {
    Thread goroutine =
        new Thread(
            () -> {
              answer = 42; // RACE answer
            });
    goroutine.start();
    Thread.sleep(50);
    int seen = answer; // RACE answer
    goroutine.join();
    System.out.println("answer " + seen);
  }
}
