package dev.racedetect.integration.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.integration.harness.Jdk;
import dev.racedetect.integration.harness.Jdks;
import dev.racedetect.integration.harness.Jvm;
import dev.racedetect.integration.harness.Outcome;
import dev.racedetect.integration.harness.Programs;
import dev.racedetect.integration.harness.Race;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Released libraries compute the same under the agent, and only their known races are reported. */
final class LibrariesTest {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int RACES_FOUND = 66;

  /**
   * More than a driver has of its own: silence about a library that was not watched is no success.
   */
  private static final int LIBRARY_CLASSES = 20;

  private final Path module = Programs.repository().resolve("integration/src/libraries");
  private final List<KnownRace> known = KnownRace.read(module);

  @TestFactory
  Stream<DynamicTest> sameResultAndNoUnknownRace() {
    return Driver.read(module).stream()
        .flatMap(
            driver ->
                Jdks.all().stream()
                    .map(
                        jdk ->
                            DynamicTest.dynamicTest(
                                driver + " [" + jdk + "]", () -> check(driver, jdk))));
  }

  @Test
  void everyKnownRaceIsExplained() throws IOException {
    List<String> findings = Files.readAllLines(Programs.repository().resolve("docs/findings.md"));
    for (KnownRace race : known) {
      assertThat(findings).anyMatch(line -> line.startsWith("## " + race.finding() + ":"));
    }
  }

  private void check(Driver driver, Jdk jdk) {
    Outcome plain = jvm(driver, jdk).run();
    assertThat(plain.exit()).as(plain::describe).isZero();
    assertThat(plain.out().lines()).as(plain::describe).hasSize(1);

    Outcome watched = jvm(driver, jdk).agent("app=all").run();
    assertThat(watched.out()).as(watched::describe).isEqualTo(plain.out());
    assertThat(watched.races()).as(watched::describe).allMatch(this::isKnown);
    assertThat(watched.ofKind("degraded")).as(watched::describe).isEmpty();
    assertThat(instrumented(watched)).as(watched::describe).isGreaterThan(LIBRARY_CLASSES);
    assertThat(watched.exit())
        .as(watched::describe)
        .isEqualTo(watched.races().isEmpty() ? 0 : RACES_FOUND);
  }

  private static Jvm jvm(Driver driver, Jdk jdk) {
    return Jvm.on(jdk)
        .classpath(driver.classPath())
        .main(driver.mainClass())
        .args(driver.args().toArray(new String[0]))
        .timeout(LIMIT);
  }

  private static int instrumented(Outcome outcome) {
    return outcome.ofKind("summary").stream()
        .mapToInt(summary -> summary.path("classes").path("instrumented").asInt())
        .sum();
  }

  private boolean isKnown(Race race) {
    return known.stream().anyMatch(entry -> entry.covers(race));
  }
}
