package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.report.Findings;
import dev.racedetect.runtime.thread.ThreadState;

/** What is done with an error of our own inside a hook: the application goes on unharmed. */
final class HookFailures {
  /** Whether one was said aloud; the others are of the same kind, most likely. Racy: harmless. */
  private static boolean said;

  private HookFailures() {}

  /**
   * Notes an error. One that comes from the application's own want of stack or memory is not ours
   * to tell: the application will meet it too.
   */
  static void note(ThreadState thread, Throwable e) {
    if (said || e instanceof StackOverflowError || e instanceof OutOfMemoryError) {
      return;
    }
    said = true;
    int level = thread.mute;
    long outer = thread.goInside();
    try {
      Findings.degraded("internal error", "accesses may be unchecked: " + e);
    } finally {
      thread.comeOut(level, outer);
    }
  }
}
