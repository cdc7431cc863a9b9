package dev.racedetect.integration.canary;

import dev.racedetect.integration.harness.Jvm;
import dev.racedetect.integration.harness.Programs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs without a race, while sampling periods begin and end every few milliseconds: nothing is
 * reported.
 */
class SwitchingTest {

  @TestFactory
  Stream<DynamicTest> silentPrograms() {
    return Programs.silentBelow(
        Programs.repository().resolve("integration/src/test/programs"),
        List.of("mode=canary", "escapes=off"),
        Jvm.FAST_START,
        "-Dracedetect.canary.periods=2,2");
  }
}
