package dev.racedetect.junit;

import dev.racedetect.runtime.hook.TestHooks;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Tells the detector which test the current thread runs. Found by JUnit Platform through the
 * service file. Classes of tests are announced, too: their set-up is theirs.
 */
public final class TestStamp implements TestExecutionListener {

  /** Called by JUnit Platform. */
  public TestStamp() {}

  @Override
  public void executionStarted(TestIdentifier test) {
    if (stamped(test)) {
      TestHooks.begin(test.getUniqueId());
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (stamped(test)) {
      TestHooks.end(test.getUniqueId());
    }
  }

  /** All but engines and other parts of the framework, which are nobody's source. */
  private static boolean stamped(TestIdentifier test) {
    return RaceDetector.enabled() && (test.isTest() || test.getSource().isPresent());
  }
}
