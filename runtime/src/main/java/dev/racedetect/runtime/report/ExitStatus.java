package dev.racedetect.runtime.report;

import dev.racedetect.runtime.escape.EscapeWatch;
import org.jspecify.annotations.Nullable;

/**
 * The exit status of the process: 66, or what option {@code exitcode} says, when races were
 * reported and the program itself would have ended with 0.
 *
 * <p>The methods are called by code that the agent puts into the JDK's last steps, after all
 * shutdown hooks have run, so that no hook is cut short and no race in a hook is missed.
 */
public final class ExitStatus {

  /** The thread of {@code main}; its only writer is {@link #start}. */
  private static volatile @Nullable Thread mainThread;

  /** Whether {@code main} ended with an exception, for which the launcher returns 1. */
  private static volatile boolean mainFailed;

  /** Whether the wait at exit is over. */
  private static volatile boolean waited;

  private ExitStatus() {}

  static void start(Thread main) {
    mainThread = main;
  }

  /**
   * Called when an uncaught exception ends a thread.
   *
   * @param thread the thread
   */
  public static void uncaught(Thread thread) {
    if (thread == mainThread) {
      mainFailed = true;
    }
  }

  /**
   * Called first thing when the JVM halts, by {@code System.exit} after all hooks or by {@code
   * Runtime.halt}. Writes the closing lines once.
   *
   * @param status the program's status
   * @return the status to halt with
   */
  public static int atExit(int status) {
    Findings findings = Findings.current();
    if (findings == null) {
      return status;
    }
    try {
      sleep(findings.atexitSleepMs());
      judgeEscapes();
      findings.finish();
    } catch (Throwable e) {
      Output.stderr().write("racedetect: the closing lines failed: " + e + "\n");
    }
    return findings.exitStatus(status);
  }

  /** Whatever becomes of this, races decide the exit status. */
  private static void judgeEscapes() {
    try {
      EscapeWatch.atExit();
    } catch (Throwable e) {
      Findings.degraded("escapes not judged at exit", e.toString());
    }
  }

  /**
   * Called after all hooks when the last non-daemon thread has ended. The launcher is about to
   * return 0, or 1 if {@code main} threw; nothing in Java can change that any more, so the JVM is
   * halted here when it has to be another one. A program that embeds the JVM and outlives it ends
   * here, too, but only if races were reported.
   */
  public static void atNormalEnd() {
    int status = mainFailed ? 1 : 0;
    int replaced = atExit(status);
    if (replaced != status) {
      Runtime.getRuntime().halt(replaced);
    }
  }

  private static void sleep(int millis) {
    if (waited || millis == 0) {
      return;
    }
    waited = true;
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
