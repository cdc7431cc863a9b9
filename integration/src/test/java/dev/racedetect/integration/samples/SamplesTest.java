package dev.racedetect.integration.samples;

import dev.racedetect.integration.harness.Programs;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** The samples: the racy ones are reported with member and lines, the correct ones are silent. */
class SamplesTest {

  private static final Path SAMPLES = Programs.repository().resolve("samples/src/main");

  @TestFactory
  Stream<DynamicContainer> samples() {
    return Programs.testsBelow(SAMPLES.resolve("java"));
  }

  @TestFactory
  Stream<DynamicContainer> samplesForNewerJdks() {
    return Programs.testsBelow(SAMPLES.resolve("java21"));
  }
}
