package dev.racedetect.samples.context;

/**
 * A context with a timeout stops a worker, and the caller waits until it has stopped.
 *
 * <p>Go: {@code ctx, cancel := context.WithTimeout(ctx, 50*time.Millisecond)}, the worker watches
 * {@code ctx.Done()}. The flag is volatile: its write is ordered before each read that sees it. The
 * progress is read after {@code join}, which is ordered after all that the worker did.
 */
public final class NoRaceContextTimeout {

  private NoRaceContextTimeout() {}

  private static final class Context {
    private volatile boolean done;

    static Context withTimeout(long millis) {
      Context context = new Context();
      Thread timer =
          new Thread(
              () -> {
                try {
                  Thread.sleep(millis);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                context.done = true;
              });
      timer.setDaemon(true);
      timer.start();
      return context;
    }

    boolean isDone() {
      return done;
    }
  }

  private static final class Worker extends Thread {
    private final Context context;
    private long progress;

    Worker(Context context) {
      this.context = context;
    }

    @Override
    public void run() {
      do {
        progress++;
        Thread.onSpinWait();
      } while (!context.isDone());
    }
  }

  /** Lets a worker run until the context's time is up. */
  public static void main(String[] args) throws InterruptedException {
    Worker worker = new Worker(Context.withTimeout(50));
    worker.start();
    worker.join();
    System.out.println("worker stopped, progress " + (worker.progress > 0));
  }
}
