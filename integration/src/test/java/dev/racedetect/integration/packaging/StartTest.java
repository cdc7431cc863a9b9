package dev.racedetect.integration.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.integration.harness.Jdk;
import dev.racedetect.integration.harness.Jdks;
import dev.racedetect.integration.harness.Jvm;
import dev.racedetect.integration.harness.Outcome;
import dev.racedetect.integration.harness.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar starts under any name, from any folder, without a word of the JVM or of ours. */
class StartTest {

  /**
   * The JVM's own default, set once more after the test harness has had all classes verified: that
   * switches class data sharing off, and with it the warning that such sharing is limited.
   */
  private static final String VERIFY_AS_USUAL = "-Xverify:remote";

  private static final String HELLO =
      "public class Hello { public static void main(String[] a) { System.out.print(a[0]); } }";

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void agentIsSilent(Jdk jdk) throws IOException {
    assertSilent(start(jdk, Jvm.shippedJar()));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void renamedAndMovedAgentIsSilent(Jdk jdk) throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("some where"));
    Path copy = Files.copy(Jvm.shippedJar(), elsewhere.resolve("detector-1.jar"));
    assertSilent(start(jdk, copy));
  }

  /** As when {@code JAVA_TOOL_OPTIONS} and the command line both name it, here as two copies. */
  @ParameterizedTest
  @MethodSource("jdks")
  void givenTwiceItRunsOnce(Jdk jdk) throws IOException {
    Path copy = Files.copy(Jvm.shippedJar(), folder.resolve("second.jar"));
    Outcome outcome =
        Jvm.on(jdk)
            .agent("include=com.nope")
            .jvmArgs(VERIFY_AS_USUAL, "-javaagent:" + copy + "=exitcode=7")
            .classpath(hello(jdk))
            .main("Hello")
            .args("hi")
            .run();
    assertThat(outcome.exit()).as(outcome::describe).isZero();
    assertThat(outcome.out()).isEqualTo("hi");
    assertThat(outcome.err().lines())
        .containsExactly(
            "racedetect: the agent is given twice: the second time without effect: exitcode=7",
            "racedetect: include and exclude left no class to check: no race could be found");
    assertThat(outcome.ofKind("summary")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void commandLineIsSilent(Jdk jdk) {
    Outcome outcome = Jvm.on(jdk).args("-jar", Jvm.shippedJar().toString(), "--version").run();
    assertThat(outcome.exit()).as(outcome::describe).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("racedetect");
  }

  private Outcome start(Jdk jdk, Path jar) throws IOException {
    return Jvm.on(jdk)
        .agentFrom(jar)
        .jvmArgs(VERIFY_AS_USUAL)
        .classpath(hello(jdk))
        .main("Hello")
        .args("hi")
        .run();
  }

  private Path hello(Jdk jdk) throws IOException {
    return Sources.compile(jdk, Files.writeString(folder.resolve("Hello.java"), HELLO));
  }

  private static void assertSilent(Outcome outcome) {
    assertThat(outcome.exit()).as(outcome::describe).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo("hi");
    assertThat(outcome.ofKind("summary")).as("the agent has run").hasSize(1);
    assertThat(outcome.ofKind("degraded")).isEmpty();
  }
}
