package dev.racedetect.integration.samples;

import dev.racedetect.integration.harness.Jvm;
import dev.racedetect.integration.harness.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** The minimal programs: each edge with a program that relies on it and one that only seems to. */
class MinimalProgramsTest {

  @TestFactory
  Stream<DynamicContainer> programs() {
    return Programs.testsBelow(
        Programs.repository().resolve("integration/src/test/programs"), Jvm.FAST_START);
  }
}
