package dev.racedetect.runtime.report;

import dev.racedetect.runtime.race.StableNames;

/**
 * The outer end of a stack where a test is called: dozens of frames of the framework, the build
 * tool and reflection, the same in every report. Texts for people fold it; records keep it.
 */
final class TestRunnerFrames {

  private static final String[] RUNNERS = {
    "org.junit.",
    "junit.",
    "org.testng.",
    "org.spockframework.",
    "io.kotest.",
    "org.apache.maven.surefire.",
    "org.gradle.",
    "worker.org.gradle.",
    "com.intellij.rt.",
    "org.eclipse.jdt.internal.junit"
  };

  private TestRunnerFrames() {}

  /**
   * How many of the outermost frames call the test.
   *
   * @param stack a stack, innermost frame first
   * @return 0 when it is not a test's
   */
  static int count(StackTraceElement[] stack) {
    int first = stack.length;
    boolean runner = false;
    while (first > 0 && isOuter(stack[first - 1].getClassName())) {
      first--;
      runner |= isRunner(stack[first].getClassName());
    }
    return runner && first > 0 ? stack.length - first : 0;
  }

  private static boolean isOuter(String className) {
    return isRunner(className) || StableNames.isJdk(className);
  }

  private static boolean isRunner(String className) {
    for (String runner : RUNNERS) {
      if (className.startsWith(runner)) {
        return true;
      }
    }
    return false;
  }
}
