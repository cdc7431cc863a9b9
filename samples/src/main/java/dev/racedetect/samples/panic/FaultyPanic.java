package dev.racedetect.samples.panic;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A panic inside a goroutine that nobody recovers.
 *
 * <p>Go: an unrecovered panic ends the whole program with status 2. In Java only the thread dies,
 * and a task of an executor not even that: its exception rests in a {@code Future} that nobody
 * asks. This program loses both jobs and ends with status 0; the detector reports both exceptions,
 * and with {@code escapes=halt} it ends the program as Go does.
 */
public final class FaultyPanic {

  private FaultyPanic() {}

  private static int parse(String port) {
    return Integer.parseInt(port);
  }

  /** Starts two jobs that fail and ends as if nothing had happened. */
  public static void main(String[] args) throws InterruptedException {
    Thread goroutine = new Thread(() -> System.out.println("port " + parse("eighty")));
    goroutine.start(); // ESCAPE thread-death NumberFormatException
    goroutine.join();

    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.execute(() -> {});
    Runnable job = () -> System.out.println("port " + parse("ninety"));
    pool.submit(job); // ESCAPE future-unobserved NumberFormatException
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
    System.out.println("all jobs done, or so it seems");
  }
}
