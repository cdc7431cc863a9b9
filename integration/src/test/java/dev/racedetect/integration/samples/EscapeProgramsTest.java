package dev.racedetect.integration.samples;

import dev.racedetect.integration.harness.Jvm;
import dev.racedetect.integration.harness.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Pairs of programs that lose an exception and that do not. */
class EscapeProgramsTest {

  private static final Path PROGRAMS =
      Programs.repository().resolve("integration/src/test/escapes");

  @TestFactory
  Stream<DynamicContainer> escapesOnly() {
    return Programs.testsBelow(PROGRAMS, List.of("races=off"), Jvm.FAST_START);
  }
}
