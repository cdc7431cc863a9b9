package dev.racedetect.samples.goroutine;

// JDK 21+

/**
 * Starting a goroutine on a virtual thread and waiting for its answer.
 *
 * <p>Go: {@code go func() { answer = compute(); close(done) }(); <-done}. A virtual thread is as
 * cheap as a goroutine, and start and join order what a platform thread's start and join order.
 */
public final class NoRaceVirtualThread {

  private static int question;
  private static int answer;

  private NoRaceVirtualThread() {}

  /** Asks a thread and prints its answer. */
  public static void main(String[] args) throws InterruptedException {
    question = 6;
    Thread goroutine = Thread.startVirtualThread(() -> answer = 7 * question);
    goroutine.join();
    System.out.println("answer " + answer);
  }
}
