package dev.racedetect.samples.context;

/**
 * A caller gives up after a timeout and looks at the result of a worker that is still at it.
 *
 * <p>Go: {@code select { case <-done: case <-ctx.Done(): } ; return result} while the goroutine
 * goes on writing {@code result}. Cancelling tells the worker to stop; it does not tell the caller
 * that the worker has stopped.
 */
public final class RaceContextTimeout {

  private RaceContextTimeout() {}

  private static final class Worker extends Thread {
    private volatile boolean cancelled;
    private long progress;

    @Override
    public void run() {
      do {
        progress++; // RACE progress
        Thread.onSpinWait();
      } while (!cancelled);
    }
  }

  /** Cancels a worker after a timeout and prints its progress without waiting for its end. */
  public static void main(String[] args) throws InterruptedException {
    Worker worker = new Worker();
    worker.start();
    Thread.sleep(50);
    worker.cancelled = true;
    long seen = worker.progress; // RACE progress
    worker.join();
    System.out.println("gave up, progress " + (seen > 0));
  }
}
