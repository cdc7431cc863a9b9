package dev.racedetect.integration.samples;

import dev.racedetect.integration.harness.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The minimal programs: each edge with a program that relies on it and one that only seems to. */
@Execution(ExecutionMode.CONCURRENT)
class MinimalProgramsTest {

  @TestFactory
  Stream<DynamicContainer> programs() {
    return Programs.testsBelow(Programs.repository().resolve("integration/src/test/programs"));
  }
}
