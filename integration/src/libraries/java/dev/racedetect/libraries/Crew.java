package dev.racedetect.libraries;

import java.util.concurrent.CountDownLatch;

/**
 * A fixed number of platform threads that start one job at the same moment.
 *
 * <p>The threads are ordered after {@link #run} begins by their start and before it returns by
 * their end; between each other they are ordered by nothing but what the job itself does, save for
 * the common start.
 */
final class Crew {
  private Crew() {}

  /** The work of one member. */
  interface Job {
    /**
     * Works.
     *
     * @param member number of the thread, from 0
     * @throws Exception if the work fails; ends the whole program
     */
    void run(int member) throws Exception;
  }

  /**
   * Runs the job once in each of {@code size} new threads and waits for all of them.
   *
   * @throws IllegalStateException if the job of any member failed, with the first member's failure
   *     as its cause
   * @throws InterruptedException if the caller is interrupted while it waits
   */
  static void run(int size, Job job) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    Throwable[] failures = new Throwable[size];
    Thread[] members = new Thread[size];
    for (int i = 0; i < size; i++) {
      int member = i;
      members[i] =
          new Thread(
              () -> {
                try {
                  start.await();
                  job.run(member);
                } catch (Throwable failure) {
                  failures[member] = failure;
                }
              },
              "member-" + i);
      members[i].start();
    }
    start.countDown();
    for (Thread member : members) {
      member.join();
    }
    for (Throwable failure : failures) {
      if (failure != null) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
