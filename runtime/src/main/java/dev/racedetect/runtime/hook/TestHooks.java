package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.WeakIdentityMap;
import dev.racedetect.runtime.thread.TestIdentity;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Which test runs: told by a listener of the test framework, handed on with the start of threads
 * and the submission of tasks. Costs one read of a field where no test was ever announced.
 */
public final class TestHooks {
  private static final Tasks TASKS = new Tasks();

  /** Whether a test was ever announced. */
  private static volatile boolean announced;

  private TestHooks() {}

  /**
   * When the current thread begins a test, or a class of tests. May be nested.
   *
   * @param id the unique id of the test, the same for its end
   */
  public static void begin(String id) {
    ThreadState thread = MuteHooks.alive();
    if (thread != null) {
      announced = true;
      thread.beginTest(id);
    }
  }

  /**
   * When the current thread has ended a test.
   *
   * @param id the unique id of the test
   */
  public static void end(String id) {
    ThreadState thread = MuteHooks.alive();
    if (thread != null) {
      thread.endTest(id);
    }
  }

  /** Before a task can be seen by those who will run it. */
  static void submitting(ThreadState thread, Object task) {
    if (announced) {
      TASKS.of(task).test = thread.info().test();
    }
  }

  /** Before the first action of a task. */
  static void starting(ThreadState thread, Object task) {
    if (announced) {
      Tested submitted = TASKS.find(task);
      if (submitted != null) {
        thread.adoptTest(submitted.test);
      }
    }
  }

  /** On behalf of which test a task was submitted. */
  private static final class Tested {
    /** Written before the task is handed over; the latest submission wins. */
    volatile @Nullable TestIdentity test;
  }

  /** By task. */
  private static final class Tasks extends WeakIdentityMap<Tested> {
    @Override
    protected Tested create(Object task) {
      return new Tested();
    }
  }
}
