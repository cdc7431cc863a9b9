package dev.racedetect.integration.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.integration.harness.Jdk;
import dev.racedetect.integration.harness.Jdks;
import dev.racedetect.integration.harness.Jvm;
import dev.racedetect.integration.harness.Outcome;
import dev.racedetect.integration.harness.Programs;
import dev.racedetect.integration.harness.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same program with the detector inside, started by plain {@code java -jar}. */
class RaceEnabledJarTest {

  /** As in a JVM without options; else no warning about class data sharing could show. */
  private static final String VERIFY_AS_USUAL = "-Xverify:remote";

  private static final String SAMPLES = "samples/src/main/java/dev/racedetect/samples/counter/";
  private static final String PACKAGE = "dev.racedetect.samples.counter.";

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  private Path sample(Jdk jdk, String name) throws IOException {
    Path source = Programs.repository().resolve(SAMPLES + name + ".java");
    return ProgramJars.starting(PACKAGE + name)
        .attribute("Implementation-Version", "7.7")
        .with("", Sources.compile(jdk, source), ".class")
        .write(folder.resolve("app.jar"));
  }

  private Path enabled(Jdk jdk, Path program, String... options) throws IOException {
    Path output = Files.createDirectories(folder.resolve("some where")).resolve("my app.jar");
    Outcome built = ProgramJars.build(jdk, program, output, options);
    assertThat(built.exit()).as(built::describe).isZero();
    assertThat(built.err().lines())
        .containsExactly("racedetect: start it with: java -jar " + output);
    return output;
  }

  private static Jvm plain(Jdk jdk, Path jar) {
    return Jvm.on(jdk).jvmArgs(VERIFY_AS_USUAL).args("-jar", jar.toString());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void theRaceIsReportedAndNothingElseIsSaid(Jdk jdk) throws IOException {
    Path jar = enabled(jdk, sample(jdk, "RaceCounter"));
    Outcome outcome = plain(jdk, jar).run();
    assertThat(outcome.exit()).as(outcome::describe).isEqualTo(66);
    assertThat(outcome.out()).startsWith("counted ");
    assertThat(outcome.err())
        .startsWith("==================\nWARNING: DATA RACE\n")
        .containsOnlyOnce("WARNING")
        .contains("static field " + PACKAGE + "RaceCounter.count ")
        .endsWith("Found 1 data race(s)\nracedetect: 1 classes instrumented, 0 skipped\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void theCorrectProgramIsSilent(Jdk jdk) throws IOException {
    Path json = folder.resolve("correct.json");
    Path jar = enabled(jdk, sample(jdk, "NoRaceCounter"), "--json", json.toString());
    Outcome outcome = plain(jdk, jar).run();
    assertThat(outcome.exit()).as(outcome::describe).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(json).content().contains("\"kind\":\"summary\"", "\"degraded\":0");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void theEnvironmentWinsOverWhatIsBuiltIn(Jdk jdk) throws IOException {
    Path program = sample(jdk, "RaceCounter");
    Path jar = enabled(jdk, program, "--exitcode", "9", "--option", "log_path=stdout");
    Outcome asBuilt = plain(jdk, jar).run();
    assertThat(asBuilt.exit()).as(asBuilt::describe).isEqualTo(9);
    assertThat(asBuilt.out()).contains("Found 1 data race(s)");
    assertThat(asBuilt.err()).isEmpty();
    Outcome changed = plain(jdk, jar).env("RACEDETECT", "exitcode=0").run();
    assertThat(changed.exit()).as(changed::describe).isZero();
    assertThat(changed.out()).contains("Found 1 data race(s)");
    Outcome wrong = plain(jdk, jar).env("RACEDETECT", "fast=1").run();
    assertThat(wrong.exit()).as(wrong::describe).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err()).startsWith("racedetect: unknown option 'fast'").hasLineCount(1);
  }

  /** The one named on the command line runs; the one inside says that it does not. */
  @ParameterizedTest
  @MethodSource("jdks")
  void withAnAgentOnTheCommandLineItRunsOnce(Jdk jdk) throws IOException {
    Path jar = enabled(jdk, sample(jdk, "RaceCounter"), "--exitcode", "9");
    Outcome outcome =
        Jvm.on(jdk).agent().jvmArgs(VERIFY_AS_USUAL).args("-jar", jar.toString()).run();
    assertThat(outcome.exit()).as(outcome::describe).isEqualTo(66);
    assertThat(outcome.err()).contains("the agent is given twice");
    assertThat(outcome.ofKind("summary")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void theSameProgramGivesTheSameBytes(Jdk jdk) throws IOException {
    Path program = sample(jdk, "RaceCounter");
    Path one = folder.resolve("one.jar");
    Path other = folder.resolve("other.jar");
    assertThat(ProgramJars.build(jdk, program, one).exit()).isZero();
    assertThat(ProgramJars.build(jdk, program, other).exit()).isZero();
    assertThat(one).hasSameBinaryContentAs(other);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void whatCannotBeEnabledIsRefusedInOneLine(Jdk jdk) throws IOException {
    Path jar = enabled(jdk, sample(jdk, "RaceCounter"));
    Path none = ProgramJars.library().write(folder.resolve("library.jar"));
    refused(jdk, jar, "is race-enabled already");
    refused(jdk, Jvm.shippedJar(), "is racedetect itself");
    refused(jdk, none, "no Main-Class");
    refused(jdk, folder.resolve("missing.jar"), "no such file");
    refused(jdk, Files.writeString(folder.resolve("broken.jar"), "no zip"), "not a readable jar");
  }

  private void refused(Jdk jdk, Path program, String why) {
    Path output = folder.resolve("refused.jar");
    Outcome outcome = ProgramJars.build(jdk, program, output);
    assertThat(outcome.exit()).as(outcome::describe).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("racedetect: ").contains(why).hasLineCount(1);
    assertThat(output).doesNotExist();
  }
}
