package dev.racedetect.samples.panic;

import java.util.ArrayList;
import java.util.List;

/**
 * A wrapper that recovers a panic inside a goroutine and keeps it for the caller.
 *
 * <p>Go: {@code func safeGo(f func()) { go func() { defer func() { if r := recover(); r != nil {
 * ... } }(); f() }() }}. The wrapper is the only place where a job's exception can get lost, so it
 * catches everything and hands it over under a monitor.
 */
public final class NoRaceSafeGo {

  private final List<Throwable> recovered = new ArrayList<>();
  private final List<Thread> goroutines = new ArrayList<>();

  private NoRaceSafeGo() {}

  private void safeGo(Runnable job) {
    Thread goroutine =
        new Thread(
            () -> {
              try {
                job.run();
              } catch (Throwable panic) {
                synchronized (recovered) {
                  recovered.add(panic);
                }
              }
            });
    goroutines.add(goroutine);
    goroutine.start();
  }

  private List<Throwable> await() throws InterruptedException {
    for (Thread goroutine : goroutines) {
      goroutine.join();
    }
    synchronized (recovered) {
      return List.copyOf(recovered);
    }
  }

  /** Starts three jobs, two of which fail, and prints what was recovered. */
  public static void main(String[] args) throws InterruptedException {
    NoRaceSafeGo group = new NoRaceSafeGo();
    for (String port : List.of("80", "eighty", "ninety")) {
      group.safeGo(() -> System.out.println("port " + Integer.parseInt(port)));
    }
    System.out.println("recovered " + group.await().size() + " panics");
  }
}
