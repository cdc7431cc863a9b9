package dev.racedetect.runtime.report;

import static dev.racedetect.runtime.race.Races.frame;
import static dev.racedetect.runtime.race.Races.read;
import static dev.racedetect.runtime.race.Races.worker;
import static dev.racedetect.runtime.race.Races.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racedetect.runtime.options.OptionException;
import dev.racedetect.runtime.options.Options;
import dev.racedetect.runtime.race.Fingerprint;
import dev.racedetect.runtime.race.Location;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.RaceFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** From a race to the bytes in both files. */
class FindingsTest {

  private static final long PID = ProcessHandle.current().pid();

  private @TempDir Path folder;

  private void start(String... more) throws OptionException {
    String all = "log_path=" + folder.resolve("log") + ",json=" + folder.resolve("%p.json");
    for (String option : more) {
      all += "," + option;
    }
    Findings.start(Options.parse(null, all));
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log." + PID));
  }

  private String json() throws IOException {
    return Files.readString(folder.resolve(PID + ".json"));
  }

  private static RaceFinding race(TestInfo test, String className) {
    String field = test.getTestMethod().orElseThrow().getName();
    return new RaceFinding(
        new Location(Location.STATIC, className, field, -1, null),
        write(worker(1), frame(className, "set", 1), frame("java.lang.Thread", "run", 840)),
        read(worker(2), frame(className, "get", 2), frame("java.lang.Thread", "run", 840)));
  }

  @Test
  void racesAreInBothFilesAtOnce(TestInfo test) throws Exception {
    start();
    assertThat(RaceFindings.report(race(test, "com.acme.A"))).isTrue();
    assertThat(log()).startsWith("====").endsWith("====\n");
    assertThat(json())
        .startsWith("{\"schema\":1,\"kind\":\"race\"")
        .endsWith("}\n")
        .hasLineCount(1);
    assertThat(ExitStatus.atExit(0)).isEqualTo(66);
    assertThat(log()).contains("Found 1 data race(s)\n");
    assertThat(json()).contains("\"kind\":\"summary\",\"races\":1,").hasLineCount(2);
  }

  @Test
  void closingLinesAreWrittenOnceAndNothingFollowsThem(TestInfo test) throws Exception {
    start();
    assertThat(ExitStatus.atExit(0)).isZero();
    assertThat(RaceFindings.report(race(test, "com.acme.A"))).isFalse();
    assertThat(ExitStatus.atExit(0)).isZero();
    assertThat(json()).hasLineCount(1);
  }

  @Test
  void aCleanRunLeavesNoLog() throws Exception {
    start();
    ExitStatus.atExit(0);
    assertThat(folder.resolve("log." + PID)).doesNotExist();
    assertThat(json()).contains("\"races\":0");
  }

  @Test
  void otherStatusesStay(TestInfo test) throws Exception {
    start("exitcode=9");
    RaceFindings.report(race(test, "com.acme.A"));
    assertThat(ExitStatus.atExit(3)).isEqualTo(3);
    assertThat(ExitStatus.atExit(0)).isEqualTo(9);
  }

  @Test
  void suppressedRacesAreCountedOnly(TestInfo test) throws Exception {
    Path file = Files.writeString(folder.resolve("suppressions"), "race:com.acme.Known.set\n");
    start("suppressions=" + file);
    assertThat(RaceFindings.report(race(test, "com.acme.Known"))).isFalse();
    assertThat(RaceFindings.report(race(test, "com.acme.Known"))).isFalse();
    assertThat(ExitStatus.atExit(0)).isZero();
    assertThat(json()).contains("\"suppressed\":1").hasLineCount(1);
  }

  @Test
  void racesOutsideTheProgramAreSummarised(TestInfo test) throws Exception {
    start("app=com.acme");
    assertThat(RaceFindings.report(race(test, "org.library.A"))).isFalse();
    assertThat(RaceFindings.report(race(test, "com.acme.A"))).isTrue();
    ExitStatus.atExit(0);
    assertThat(log())
        .contains("Found 1 data race(s)\n")
        .contains("1 data race(s) without a frame of the program's own code")
        .contains("racedetect: 1 data race(s) in org.library alone\n");
    assertThat(json())
        .contains("\"foreign\":1")
        .containsOnlyOnce("\"kind\":\"race\"")
        .containsOnlyOnce("\"kind\":\"foreign\"");
  }

  @Test
  void knownRacesAreALineAndNoFailure(TestInfo test) throws Exception {
    RaceFinding known = race(test, "com.acme.A");
    Path baseline =
        Files.writeString(
            folder.resolve("baseline"),
            "{\"schema\":1,\"findings\":[{\"fingerprint\":\""
                + Fingerprint.of(known)
                + "\",\"owner\":\"ada\"}]}");
    start("baseline=" + baseline, "halt_on_error=true");
    assertThat(RaceFindings.report(known)).isTrue();
    assertThat(RaceFindings.report(known)).isFalse();
    assertThat(ExitStatus.atExit(0)).isZero();
    assertThat(log())
        .isEqualTo(
            "racedetect: known: "
                + Fingerprint.of(known)
                + " data race on static field com.acme.A.knownRacesAreALineAndNoFailure"
                + " (owner ada)\n");
    assertThat(json()).contains("\"known\":true}\n").contains("\"races\":0").contains("\"known\":1");
  }

  @Test
  void unusedSuppressionsAreNamedAtTheEnd() throws Exception {
    Path file = Files.writeString(folder.resolve("rules"), "race:com.acme.Never\n");
    start("suppressions=" + file, "escapes=off");
    ExitStatus.atExit(0);
    assertThat(log())
        .isEqualTo("racedetect: unused suppression: " + file + " line 1: race:com.acme.Never\n");
  }

  @Test
  void degradationsAreSaidAloudButNotForever() throws Exception {
    start();
    for (int i = 0; i < 15; i++) {
      Findings.degraded("class lost", "com.acme.A" + i);
    }
    Findings.degraded("method lost", "com.acme.B.run");
    assertThat(log())
        .hasLineCount(11)
        .contains("racedetect: class lost: com.acme.A0\n")
        .endsWith("racedetect: method lost: com.acme.B.run\n");
    assertThat(json()).hasLineCount(16);
    ExitStatus.atExit(0);
    assertThat(log()).endsWith("racedetect: class lost: 5 more\n");
    assertThat(json()).contains("\"degraded\":16");
  }

  @Test
  void optionsWithoutEffectAreSaidAloud() throws Exception {
    start("history_size=5");
    assertThat(log()).startsWith("racedetect: option: history_size has no effect").hasLineCount(1);
    assertThat(json()).contains("\"kind\":\"degraded\"");
  }

  @Test
  void filesThatCannotBeWrittenAreRefused() {
    Path missing = folder.resolve("missing").resolve("file");
    assertThatThrownBy(() -> Findings.start(Options.parse(null, "json=" + missing)))
        .isInstanceOf(OptionException.class)
        .hasMessageContaining(missing.toString());
    assertThatThrownBy(() -> Findings.start(Options.parse(null, "log_path=" + missing)))
        .isInstanceOf(OptionException.class)
        .hasMessageContaining("log_path");
  }

  @Test
  void runsAreAppended() throws Exception {
    for (int i = 0; i < 2; i++) {
      start();
      ExitStatus.atExit(0);
    }
    assertThat(json()).hasLineCount(2);
  }
}
