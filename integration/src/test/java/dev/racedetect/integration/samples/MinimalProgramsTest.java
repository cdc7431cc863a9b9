package dev.racedetect.integration.samples;

import dev.racedetect.integration.harness.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** The minimal programs: each edge with a program that relies on it and one that only seems to. */
class MinimalProgramsTest {

  /** The programs live for some milliseconds: an optimising compiler would only cost them time. */
  private static final String FAST_START = "-XX:TieredStopAtLevel=1";

  @TestFactory
  Stream<DynamicContainer> programs() {
    return Programs.testsBelow(
        Programs.repository().resolve("integration/src/test/programs"), FAST_START);
  }
}
