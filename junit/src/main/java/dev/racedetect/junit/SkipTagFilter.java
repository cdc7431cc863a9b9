package dev.racedetect.junit;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves out the tests tagged {@link RaceDetector#SKIP_TAG} when the detector runs. Found by JUnit
 * Platform through the service file.
 */
public final class SkipTagFilter implements PostDiscoveryFilter {

  private static final TestTag TAG = TestTag.create(RaceDetector.SKIP_TAG);

  /** Called by JUnit Platform. */
  public SkipTagFilter() {}

  @Override
  public FilterResult apply(TestDescriptor test) {
    boolean skipped = RaceDetector.enabled() && test.getTags().contains(TAG);
    return FilterResult.includedIf(
        !skipped, () -> "bears the detector", () -> "tagged " + RaceDetector.SKIP_TAG);
  }
}
