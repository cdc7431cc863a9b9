package dev.racedetect.integration.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.integration.harness.Jdk;
import dev.racedetect.integration.harness.Jdks;
import dev.racedetect.integration.harness.Jvm;
import dev.racedetect.integration.harness.Outcome;
import dev.racedetect.integration.harness.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** With escapes=halt a program ends at the first escaped exception, as a Go program at a panic. */
class EscapeHaltTest {

  private static final String PROGRAM =
      """
      class Halts {
        public static void main(String[] args) throws Exception {
          Thread idle = new Thread(() -> sleepWell(), "idle");
          idle.start();
          Thread thread = new Thread(() -> Integer.parseInt("x"));
          thread.start();
          Thread.sleep(30_000);
          System.out.println("not reached");
        }

        static void sleepWell() {
          try {
            Thread.sleep(60_000);
          } catch (InterruptedException e) {
            // nobody interrupts
          }
        }
      }
      """;

  private static final String MAIN_FAILS =
      """
      class Halts {
        public static void main(String[] args) {
          throw new IllegalStateException("main");
        }
      }
      """;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> endsWithStatus2AndAllStacks() {
    return onEachJdk(
        PROGRAM,
        outcome -> {
          assertThat(outcome.err())
              .contains("WARNING: ESCAPED EXCEPTION (thread-death)")
              .contains("idle", "sleepWell", "Found 1 escaped exception(s)");
          assertThat(outcome.out()).isEmpty();
          assertThat(outcome.escapes()).hasSize(1);
        });
  }

  @TestFactory
  Stream<DynamicTest> mainIsNoException() {
    return onEachJdk(
        MAIN_FAILS, outcome -> assertThat(outcome.err()).contains("IllegalStateException: main"));
  }

  private Stream<DynamicTest> onEachJdk(String text, Consumer<Outcome> expectation) {
    return Jdks.all().stream()
        .map(jdk -> DynamicTest.dynamicTest(jdk.toString(), () -> check(jdk, text, expectation)));
  }

  private void check(Jdk jdk, String text, Consumer<Outcome> expectation) throws IOException {
    Path file =
        Files.writeString(Files.createTempDirectory(folder, "halts").resolve("Halts.java"), text);
    Outcome outcome =
        Jvm.on(jdk)
            .agent("races=off", "escapes=halt")
            .classpath(Sources.compile(jdk, file))
            .main("Halts")
            .run();
    assertThat(outcome.exit()).as(outcome::describe).isEqualTo(2);
    assertThat(outcome.ofKind("summary")).hasSize(1);
    expectation.accept(outcome);
  }
}
