package dev.racedetect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One build of many modules, each with a trap; in parallel, as users build. */
class TrapsIT {

  private static final String RACE =
      "race detected during execution of test com.acme.CounterTest.counts";

  private static MavenBuild build;

  @BeforeAll
  static void build() throws IOException, InterruptedException {
    build =
        MavenBuild.run(
            "traps", "traps", "verify", "-fae", "-T2", "-pl", "!fork-count-0", otherJdkArgument());
  }

  private static String otherJdkArgument() throws IOException {
    return "-Dother.jdk=" + otherJdk();
  }

  /** A JDK of another release beside the running one; the running one if there is none. */
  private static Path otherJdk() throws IOException {
    Path running = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> homes = Files.list(running.getParent())) {
      return homes
          .filter(home -> feature(home) >= 17 && feature(home) != Runtime.version().feature())
          .findFirst()
          .orElse(running);
    }
  }

  private static int feature(Path home) {
    try {
      Matcher version =
          Pattern.compile("JAVA_VERSION=\"(\\d+)")
              .matcher(Files.readString(home.resolve("release")));
      return version.find() && Files.exists(home.resolve("bin/javac"))
          ? Integer.parseInt(version.group(1))
          : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  @Test
  void raceFailsAndNamesTheTest() {
    assertThat(build.error("racy"))
        .startsWith("data race: ")
        .contains(" of com.acme.CounterTest.value at com.acme.CounterTest.")
        .contains(RACE)
        .doesNotContain("adds")
        .doesNotContain("\n");
    assertThat(build.output()).contains("WARNING: DATA RACE");
  }

  @Test
  void noRaceNoFailure() throws IOException {
    assertThat(build.error("clean")).isEmpty();
    assertThat(build.result("clean")).isEqualTo("SUCCESS");
    assertThat(build.findings("clean")).hasSize(1);
  }

  @Test
  void leakBelongsToTheTestThatLeaked() {
    assertThat(build.error("leak"))
        .contains("race detected during execution of test com.acme.LeakTest.leaves")
        .contains("(note: com.acme.LeakTest.suffers was running too and is not to blame)");
  }

  @Test
  void hardCodedArgLineIsNoSilentGreen() {
    assertThat(build.error("hard-coded-arg-line"))
        .isEqualTo(
            "maven-surefire-plugin ran 1 of 1 test classes without the detector"
                + " (com.acme.CleanTest): <argLine>-Xmx256m</argLine> hides the detector; write"
                + " <argLine>@{argLine} -Xmx256m</argLine>");
  }

  @Test
  void checkWithoutPrepareIsNoSilentGreen() {
    assertThat(build.error("no-prepare")).contains("goal prepare did not run");
  }

  @Test
  void argumentsOfTheUserStay() {
    assertThat(build.error("late-arg-line")).contains(RACE);
    assertThat(build.output())
        .containsPattern("argLine set to -javaagent:\\S+ -Dcom.acme.mine=kept");
  }

  @Test
  void eachForkLeavesItsTrace() throws IOException {
    assertThat(build.findings("parallel-forks")).hasSize(3);
    assertThat(build.error("parallel-forks"))
        .contains("race detected during execution of test com.acme.TwoTest.runs")
        .doesNotContain("OneTest")
        .doesNotContain("ThreeTest");
  }

  @Test
  void raceOfAFirstAttemptSurvivesTheRerun() {
    assertThat(build.output()).contains("Flakes: 1");
    assertThat(build.error("rerun"))
        .contains("race detected during execution of test com.acme.FlakyTest.passesLater");
  }

  @Test
  void jacocoMayComeBeforeOrAfter() {
    for (String module : new String[] {"jacoco-before", "jacoco-after"}) {
      assertThat(build.error(module)).as(module).contains(RACE);
      assertThat(build.module(module).resolve("target/jacoco.exec")).as(module).exists();
    }
  }

  @Test
  void inlineMocksStillWork() throws IOException {
    assertThat(build.error("mockito")).contains(" of com.acme.MockedTest.seen ");
    assertThat(
            build.module("mockito").resolve("target/surefire-reports/TEST-com.acme.MockedTest.xml"))
        .content()
        .contains("tests=\"1\"", "errors=\"0\"", "failures=\"0\"");
  }

  @Test
  void failsafeIsWatchedToo() {
    assertThat(build.error("failsafe"))
        .contains("race detected during execution of test com.acme.CounterIT.counts");
  }

  @Test
  void otherJdkOfTheTests() {
    assertThat(build.error("other-jdk")).contains(RACE);
  }

  @Test
  void misspelledParameterIsRefused() {
    assertThat(build.error("unknown-parameter"))
        .startsWith("racedetect-maven-plugin has no parameter 'inclde'; valid: ")
        .contains("include, ");
  }

  @Test
  void unreadableBaselineIsRefused() {
    assertThat(build.error("broken-baseline")).endsWith("pom.xml line 1: not a JSON baseline");
  }

  @Test
  void unreadableSuppressionsAreRefusedBeforeTheTests() {
    assertThat(build.error("broken-suppressions"))
        .contains("pom.xml line 1: ")
        .contains("race_location");
  }

  @Test
  void testsOfAModuleOnTheModulePath() {
    assertThat(build.error("jpms"))
        .contains(" of com.acme.box.Box.value at com.acme.box.Box.set(Box.java:8)")
        .contains("race detected during execution of test com.acme.box.BoxTest.isSet");
  }

  /** Surefire's property wins over its parameter, so the plugin has to carry both. */
  @Test
  void elementsThatThePomAddsToTheClassPathStay() {
    assertThat(build.error("class-path-elements"))
        .contains("race detected during execution of test com.acme.ElementsTest.counts");
  }

  @Test
  void numberOfTheForkInTheArguments() {
    assertThat(build.error("fork-number")).contains(RACE);
  }

  @Test
  void nothingToRunIsNoFailure() throws IOException {
    assertThat(build.result("nothing-selected")).isEqualTo("SUCCESS");
    assertThat(build.findings("nothing-selected")).isEmpty();
  }

  /** Surefire refuses to run tests in its own JVM when modules are built in parallel. */
  @Test
  void knownRaceDoesNotFailAndNoForkIsNoSilentGreen() throws IOException, InterruptedException {
    Matcher fingerprint = Pattern.compile("\\[(\\w{16})]").matcher(build.error("racy"));
    assertThat(fingerprint.find()).isTrue();
    Path baseline = build.module("racy").resolve("baseline.json");
    Files.writeString(
        baseline,
        "{\"schema\":1,\"findings\":[{\"fingerprint\":\"%s\"}]}".formatted(fingerprint.group(1)));
    MavenBuild again =
        MavenBuild.run(
            "traps",
            "traps",
            "verify",
            "-fae",
            "-pl",
            "racy,fork-count-0",
            "-Drace.baseline=" + baseline);
    assertThat(again.error("racy")).isEmpty();
    assertThat(again.output()).contains("1 known");
    assertThat(again.error("fork-count-0"))
        .contains("ran 1 of 1 test classes without the detector")
        .endsWith("set <forkCount>1</forkCount> or more");
  }

  @Test
  void skippedBuildIsAsWithoutThePlugin() throws IOException, InterruptedException {
    MavenBuild skipped =
        MavenBuild.run(
            "traps",
            "skipped",
            "verify",
            "-Drace.skip",
            "-pl",
            "late-arg-line,hard-coded-arg-line");
    assertThat(skipped.succeeded()).as(skipped.output()).isTrue();
    assertThat(skipped.output()).doesNotContain("DATA RACE");
    assertThat(skipped.findings("late-arg-line")).isEmpty();
  }
}
