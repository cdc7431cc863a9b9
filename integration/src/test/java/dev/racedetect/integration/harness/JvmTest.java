package dev.racedetect.integration.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness itself: JDKs, compiler, process. None of it needs the agent. */
class JvmTest {

  private static final String ECHO =
      """
      class Echo {
        public static void main(String[] args) throws Exception {
          System.out.print(new String(System.in.readAllBytes()) + args[0]);
          System.err.print(System.getProperty("p") + System.getenv("RACEDETECT_TEST"));
          System.exit(Integer.parseInt(args[1]));
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void findsTheRunningJdkAmongThoseItFinds() {
    assertThat(Jdks.all()).extracting(Jdk::feature).contains(Runtime.version().feature());
    assertThat(Jdks.all()).extracting(Jdk::feature).doesNotHaveDuplicates().isSorted();
    assertThat(Jdks.all()).allMatch(jdk -> Files.isExecutable(jdk.java()));
  }

  @Test
  void passesEverythingThroughOnEveryJdkWithoutAnyWarning() throws IOException {
    for (Jdk jdk : Jdks.all()) {
      Outcome outcome =
          Jvm.on(jdk)
              .classpath(Sources.compile(jdk, source("Echo", ECHO)))
              .jvmArgs("-Dp=P")
              .env("RACEDETECT_TEST", "E")
              .main("Echo")
              .args("A", "7")
              .stdin("I")
              .run();
      assertThat(outcome).isEqualTo(new Outcome(7, "IA", "PE", List.of()));
    }
  }

  @Test
  void compilesTheSameSourcesOnce() throws IOException {
    Path echo = source("Echo", ECHO);
    Jdk jdk = Jdks.newest();
    assertThat(Sources.compile(jdk, echo)).isEqualTo(Sources.compile(jdk, echo));
  }

  @Test
  void showsTheCompilersMessages() throws IOException {
    Path broken = source("Broken", "class Broken { int x = y; }");
    assertThatThrownBy(() -> Sources.compile(Jdks.newest(), broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Broken.java:1");
  }

  @Test
  void killsWhatDoesNotEnd() throws IOException {
    Path source =
        source(
            "Stuck",
            """
            class Stuck {
              public static void main(String[] args) throws Exception {
                System.out.println("pid " + ProcessHandle.current().pid());
                System.out.flush();
                new java.util.concurrent.CountDownLatch(1).await();
              }
            }
            """);
    Jdk jdk = Jdks.newest();
    Jvm stuck =
        Jvm.on(jdk)
            .classpath(Sources.compile(jdk, source))
            .main("Stuck")
            .timeout(Duration.ofSeconds(3));
    assertThatThrownBy(stuck::run)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("killed after 3 s")
        .satisfies(error -> assertThat(isAlive(error.getMessage())).isFalse());
  }

  private static boolean isAlive(String message) {
    String pid = message.replaceAll("(?s).*\\npid (\\d+).*", "$1");
    return ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
  }

  private Path source(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), text);
  }
}
