package dev.racedetect.samples.goroutine;

/**
 * Starting a goroutine on a platform thread and waiting for its answer.
 *
 * <p>Go: {@code go func() { answer = compute(); close(done) }(); <-done}. {@code Thread.start} is
 * ordered before everything in the thread and everything in the thread before the return of {@code
 * join} (JLS 17.4.4), so both the question and the answer may be plain fields.
 */
public final class NoRaceGoroutine {

  private static int question;
  private static int answer;

  private NoRaceGoroutine() {}

  /** Asks a thread and prints its answer. */
  public static void main(String[] args) throws InterruptedException {
    question = 6;
    Thread goroutine = new Thread(() -> answer = 7 * question);
    goroutine.start();
    goroutine.join();
    System.out.println("answer " + answer);
  }
}
