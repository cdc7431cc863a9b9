package dev.racedetect.agent.probe;

/**
 * A program with one known data race and one correct counter, instrumented like any application
 * class. Two threads run it at the start of each detector.
 */
public final class RaceProbe implements Runnable {
  /** Written by both threads without order: this must be found. */
  private static int racy;

  /** Written by both threads under a lock: this must not be reported. */
  private static int guarded;

  /** Makes a body for one of the threads. */
  public RaceProbe() {}

  @Override
  public void run() {
    racy = 1;
    synchronized (RaceProbe.class) {
      guarded += racy;
    }
  }

  /** What the threads counted; so that no one takes the fields for unused. */
  public static int total() {
    synchronized (RaceProbe.class) {
      return guarded;
    }
  }
}
