package dev.racedetect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frameworks of tests, and the two ways in which Surefire runs them: JUnit Platform, or not. */
class FrameworksIT {

  private static MavenBuild build;

  @BeforeAll
  static void build() throws IOException, InterruptedException {
    build = MavenBuild.run("frameworks", "frameworks", "verify", "-fae", "-T2");
  }

  @ParameterizedTest
  @CsvSource({
    "junit4, CounterTest.counts",
    "junit4-vintage, CounterTest.counts",
    "testng, CounterTest.counts",
    "kotlin, CounterTest.counts in two threads"
  })
  void platformGivesTheNameOfTheTest(String module, String test) {
    assertThat(build.error(module))
        .contains("data race: ")
        .contains("race detected during execution of test com.acme." + test + " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"junit4-provider", "testng-provider"})
  void otherProvidersAreWatchedWithoutNames(String module) {
    assertThat(build.error(module))
        .startsWith("data race: write of com.acme.CounterTest.value at ")
        .contains("detected outside of any known test, so the whole suite fails");
  }
}
