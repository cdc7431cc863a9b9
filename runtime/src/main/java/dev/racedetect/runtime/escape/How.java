package dev.racedetect.runtime.escape;

/** The ways in which an exception gets lost. */
public enum How {
  /** It ended a platform thread, or was handed to the default handler of one. */
  THREAD_DEATH(
      "thread-death",
      "thread DEAD, whatever it still had to do is not done",
      "catch the exception in the thread's run method, or set an uncaught-exception handler"),
  /** It ended a virtual thread. */
  VIRTUAL_THREAD_DEATH(
      "virtual-thread-death",
      "virtual thread DEAD, whatever it still had to do is not done",
      "catch the exception in the task, or start it through an executor and look at its future"),
  /** It ended a worker of a thread pool. */
  POOL_WORKER_DEATH(
      "pool-worker-death",
      "the task is lost and the pool's worker DEAD, a new worker replaces it",
      "catch the exception in the task, or hand it over with submit and look at the future"),
  /** It is the outcome of a future that nobody asked. */
  FUTURE_UNOBSERVED(
      "future-unobserved",
      "nobody will learn that the task failed",
      "call get() on the future that submit returned, or catch the exception in the task"),
  /** It cancelled a periodic task of a scheduled executor. */
  PERIODIC_CANCELLED(
      "periodic-cancelled",
      "periodic task DEAD",
      "catch the exception in the periodic task: one that leaves it suppresses all further runs"),
  /** It ended the thread of a {@code Timer}. */
  TIMER_DEATH(
      "timer-death",
      "timer DEAD, none of its tasks runs any more and new ones are refused",
      "catch the exception in the TimerTask, or use a ScheduledExecutorService"),
  /** It is the outcome of a completion stage that nobody asked. */
  COMPLETION_UNOBSERVED(
      "completion-unobserved",
      "nobody will learn that the stage failed",
      "end the chain with join(), handle, whenComplete or exceptionally"),
  /** It is the outcome of a fork/join task that nobody joined. */
  FORKJOIN_UNOBSERVED(
      "forkjoin-unobserved",
      "nobody will learn that the task failed",
      "join the task, or catch the exception in it");

  private final String word;
  private final String consequence;
  private final String hint;

  How(String word, String consequence, String hint) {
    this.word = word;
    this.consequence = consequence;
    this.hint = hint;
  }

  /** The name in JSON: {@code thread-death}. */
  public String word() {
    return word;
  }

  /** What follows from it, when nothing more is known. */
  public String consequence() {
    return consequence;
  }

  /** How the exception would be observed; a sentence without full stop. */
  public String hint() {
    return hint;
  }

  /**
   * The kind of a name.
   *
   * @throws IllegalArgumentException if there is none of the name
   */
  public static How of(String word) {
    for (How how : values()) {
      if (how.word.equals(word)) {
        return how;
      }
    }
    throw new IllegalArgumentException("'" + word + "' is not a way to escape");
  }
}
