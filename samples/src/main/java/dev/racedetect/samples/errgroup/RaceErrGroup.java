package dev.racedetect.samples.errgroup;

import java.util.ArrayList;
import java.util.List;

/**
 * A group of goroutines whose siblings look at a plain flag to learn that they were cancelled.
 *
 * <p>Go: a home-made errgroup with {@code cancelled bool} in place of {@code ctx.Done()}. The error
 * itself is kept under the monitor, but the look at the flag is not: the siblings may see it late
 * or, once the compiler has moved the read out of their loop, never.
 */
public final class RaceErrGroup {

  private static final int SIBLINGS = 2;

  private RaceErrGroup() {}

  private static final class ErrGroup {
    private boolean cancelled;
    private Exception first;

    synchronized void fail(Exception error) {
      if (first == null) {
        first = error;
        cancelled = true; // RACE cancelled
      }
    }

    boolean isCancelled() {
      return cancelled; // RACE cancelled
    }

    synchronized Exception first() {
      return first;
    }
  }

  private static void workUntilCancelled(ErrGroup group) {
    for (int page = 0; page < 100 && !group.isCancelled(); page++) {
      try {
        Thread.sleep(2);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Lets one goroutine fail while the others work. */
  public static void main(String[] args) throws InterruptedException {
    ErrGroup group = new ErrGroup();
    List<Thread> goroutines = new ArrayList<>();
    for (int i = 0; i < SIBLINGS; i++) {
      goroutines.add(new Thread(() -> workUntilCancelled(group)));
    }
    goroutines.add(new Thread(() -> group.fail(new IllegalStateException("server 3 is down"))));
    goroutines.forEach(Thread::start);
    for (Thread goroutine : goroutines) {
      goroutine.join();
    }
    System.out.println(group.first().getMessage());
  }
}
