package dev.racedetect.samples.goroutine;

// JDK 21+

/**
 * Starting a goroutine on a virtual thread and sleeping until its answer should be there.
 *
 * <p>Go: {@code go func() { answer = compute() }(); time.Sleep(...); fmt.Println(answer)}. That
 * both may have run on one carrier does not order them: the carrier is not a thread of the program.
 */
public final class RaceVirtualThread {

  private static int answer;

  private RaceVirtualThread() {}

  /** Asks a thread and prints what is there after a while. */
  public static void main(String[] args) throws InterruptedException {
    Thread goroutine =
        Thread.startVirtualThread(
            () -> {
              answer = 42; // RACE answer
            });
    Thread.sleep(50);
    int seen = answer; // RACE answer
    goroutine.join();
    System.out.println("answer " + seen);
  }
}
