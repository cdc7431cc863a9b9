package dev.racedetect.samples.scheduling;

// JDK 21+

import java.util.ArrayList;
import java.util.List;

/**
 * A hundred thousand goroutines that increment one plain counter.
 *
 * <p>Go: {@code for i := range 100_000 { wg.Go(func() { done++ }) }}. Few carriers make a lost
 * update rare, which is why it survives testing; the race is there in every run.
 */
public final class RaceHundredThousand {

  private static final int GOROUTINES = 100_000;

  private static int done;

  private RaceHundredThousand() {}

  /** Starts all of them, waits for all of them and prints how many were counted. */
  public static void main(String[] args) throws InterruptedException {
    List<Thread> goroutines = new ArrayList<>();
    for (int i = 0; i < GOROUTINES; i++) {
      goroutines.add(
          Thread.startVirtualThread(
              () -> {
                done++; // RACE done
              }));
    }
    for (Thread goroutine : goroutines) {
      goroutine.join();
    }
    System.out.println("done " + done + " of " + GOROUTINES);
  }
}
