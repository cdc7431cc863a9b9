package dev.racedetect.samples.errgroup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A group of goroutines in which the first error cancels the others and is given to the caller.
 *
 * <p>Go: {@code g, ctx := errgroup.WithContext(ctx)}, {@code g.Go(...)}, {@code err := g.Wait()};
 * the siblings watch {@code ctx.Done()}. Here the group remembers the first error under its monitor
 * and interrupts the siblings; a sibling that blocks gets an {@code InterruptedException}.
 */
public final class NoRaceErrGroup {

  private NoRaceErrGroup() {}

  private static final class ErrGroup {
    private final List<Thread> goroutines = new ArrayList<>();
    private Exception first;

    synchronized void go(Callable<Void> task) {
      Thread goroutine = new Thread(() -> run(task));
      goroutines.add(goroutine);
      goroutine.start();
    }

    private void run(Callable<Void> task) {
      try {
        task.call();
      } catch (Exception e) {
        fail(e);
      }
    }

    private synchronized void fail(Exception error) {
      if (first == null) {
        first = error;
        goroutines.forEach(Thread::interrupt);
      }
    }

    /** Waits for all and throws the first error. */
    void await() throws Exception {
      List<Thread> started;
      synchronized (this) {
        started = List.copyOf(goroutines);
      }
      for (Thread goroutine : started) {
        goroutine.join();
      }
      synchronized (this) {
        if (first != null) {
          throw first;
        }
      }
    }
  }

  /** Asks three servers, one of which fails while the others still wait. */
  public static void main(String[] args) throws InterruptedException {
    ErrGroup group = new ErrGroup();
    CountDownLatch waiting = new CountDownLatch(2);
    boolean[] cancelled = new boolean[2];
    for (int i = 0; i < 2; i++) {
      int server = i;
      group.go(
          () -> {
            waiting.countDown();
            try {
              TimeUnit.MINUTES.sleep(1);
            } catch (InterruptedException e) {
              cancelled[server] = true;
              throw e;
            }
            return null;
          });
    }
    group.go(
        () -> {
          waiting.await();
          throw new IllegalStateException("server 3 is down");
        });
    try {
      group.await();
      System.out.println("all answered");
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      System.out.println(e.getMessage() + ", cancelled " + cancelled[0] + " " + cancelled[1]);
    }
  }
}
