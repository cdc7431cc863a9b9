package dev.racedetect.integration.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.integration.harness.Jdk;
import dev.racedetect.integration.harness.Jdks;
import dev.racedetect.integration.harness.Jvm;
import dev.racedetect.integration.harness.Outcome;
import dev.racedetect.integration.harness.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Failures of the program's code that libraries carry off: Spring's executor and {@code @Async},
 * streams without a subscriber for errors. {@code escapes.txt} says which nobody was told of.
 */
final class EscapesOfLibrariesTest {
  private final Path module = Programs.repository().resolve("integration/src/libraries");

  @TestFactory
  Stream<DynamicTest> whatNobodyIsToldOfIsReported() {
    return Driver.lines(module, "escapes.txt")
        .flatMap(
            line ->
                Jdks.all().stream()
                    .map(
                        jdk ->
                            DynamicTest.dynamicTest(
                                line.split(" ", 2)[0] + " [" + jdk + "]", () -> check(line, jdk))));
  }

  private void check(String line, Jdk jdk) {
    Driver driver = Driver.parse(line, module);
    List<String> expected = List.of(line.split("\\s*\\|\\s*", -1)[2].split(",\\s*", -1));
    Outcome outcome =
        Jvm.on(jdk).agent("races=off").classpath(driver.classPath()).main(driver.mainClass()).run();
    assertThat(outcome.exit()).as(outcome::describe).isZero();
    assertThat(outcome.escapes().stream().map(e -> e.how() + " " + e.exception()))
        .as(outcome::describe)
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
