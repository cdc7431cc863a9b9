package dev.racedetect.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Without the detector all is as usual; the Maven plugin's tests show how it is with it. */
class RaceDetectorTest {

  private static final AtomicInteger RUNS = new AtomicInteger();

  /** Not found by Surefire, for its name. */
  static class Subject {
    @Test
    @Tag(RaceDetector.SKIP_TAG)
    void runs() {
      RUNS.incrementAndGet();
    }
  }

  @Test
  void isOff() {
    assertThat(RaceDetector.enabled()).isFalse();
  }

  @Test
  void taggedTestsRunWithoutTheDetector() {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Subject.class))
                .build());
    assertThat(RUNS).hasValue(1);
  }

  @Test
  void platformFindsListenerAndFilter() {
    assertThat(ServiceLoader.load(TestExecutionListener.class))
        .hasAtLeastOneElementOfType(TestStamp.class);
    assertThat(ServiceLoader.load(PostDiscoveryFilter.class))
        .hasAtLeastOneElementOfType(SkipTagFilter.class);
  }
}
