package dev.racedetect.runtime.escape;

/** Where tasks are submitted and threads started: noted on the way in, asked for when one fails. */
public final class Submissions {
  private Submissions() {}

  /** When a task is submitted; in the submitting thread. */
  public static void task(Object task) {
    Sites.submitted(task);
  }

  /** When a platform thread is started; in the starting thread. */
  public static void thread(Thread thread) {
    Sites.submitted(Tasks.ofThread(thread));
  }

  /** When the current thread begins to run the function of an asynchronous stage. */
  public static void begins(Object function) {
    RunningFunctions.begin(function);
  }

  /** When it has run it. */
  public static void ends() {
    RunningFunctions.end();
  }
}
