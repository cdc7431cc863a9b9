package dev.racedetect.runtime.report;

import static dev.racedetect.runtime.race.Races.frame;
import static dev.racedetect.runtime.race.Races.writeRead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racedetect.runtime.escape.EscapeFinding;
import dev.racedetect.runtime.escape.Fault;
import dev.racedetect.runtime.escape.How;
import dev.racedetect.runtime.options.OptionException;
import dev.racedetect.runtime.race.ThreadFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a race of Counter.inc and Counter.get, both called by Job.run, created by App.main. */
class SuppressionsTest {

  private static boolean suppressed(String lines) throws OptionException {
    return Suppressions.parse("file", lines).match(writeRead());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "race:Counter",
        "race:com.acme.Counter.inc",
        "race:Counter.get",
        "race:Job.run",
        "race:^com.acme.Job.run$",
        "race:^com.*run$",
        "race:com.acme.Counter.value",
        "race:Counter.java",
        "race:App.main",
        "race:Counter.inc && Counter.get",
        "race:Counter.get&&Job.run",
        "race_top:Counter.get && Counter.inc",
        "race_location:^com.acme.Counter.value$",
        "race_top:Counter.inc",
        "race_top:Counter.get$",
        " # comment\n\n  race:nothing\r\n race:Job \r\n",
      })
  void matches(String lines) throws OptionException {
    assertThat(suppressed(lines)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# race:Counter",
        "race:counter",
        "race:^acme",
        "race:Counter.in$",
        "race:Counter.inc && Counter.set",
        "race:App.main && Counter.get",
        "race_top:Counter.get && Job.run",
        "race_location:Counter.inc",
        "race_location:Job",
        "race_top:Job.run",
        "race_top:App.main",
        "race_top:Counter.value",
        "race:Counter$Inner",
        "escape:Counter",
      })
  void doesNotMatch(String lines) throws OptionException {
    assertThat(suppressed(lines)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "escape:com.acme.Lost,true",
    "escape:IOException,true",
    "escape:Job.run$,true",
    "escape:App.java,true",
    "escape:thread-death,true",
    "escape:Other,false",
    "race:Job.run,false",
  })
  void escapesMatchByExceptionFrameAndWay(String line, boolean expected) throws OptionException {
    StackTraceElement[] none = {};
    Fault cause = new Fault("java.io.IOException", null, none, null);
    Fault fault =
        new Fault("com.acme.Lost", null, new StackTraceElement[] {frame("Job", "run", 1)}, cause);
    EscapeFinding finding =
        new EscapeFinding(
            How.THREAD_DEATH,
            true,
            fault,
            new ThreadFacts(1, "t", false, false, null, none),
            new StackTraceElement[] {frame("App", "main", 2)},
            null,
            "",
            false);
    assertThat(Suppressions.parse("file", line).match(finding)).isEqualTo(expected);
  }

  @Test
  void unknownTypesListTheValidOnes() {
    assertThatThrownBy(() -> suppressed("race:a\nrases:b"))
        .isInstanceOf(OptionException.class)
        .hasMessageContaining("file line 2")
        .hasMessageContaining("'rases'")
        .hasMessageContaining("race, race_top, race_location, escape");
  }

  @ParameterizedTest
  @ValueSource(strings = {"race", "race:", ":x: ", "com.acme.Counter", "race:a &&", "race: && b"})
  void incompleteLinesAreRefused(String line) {
    assertThatThrownBy(() -> suppressed(line)).isInstanceOf(OptionException.class);
  }

  @Test
  void missingFilesAreRefused() {
    assertThatThrownBy(() -> Suppressions.load("does/not/exist"))
        .isInstanceOf(OptionException.class)
        .hasMessageContaining("does/not/exist");
  }

  @Test
  void rulesWithoutEffectAreNamed() throws OptionException {
    Suppressions rules =
        Suppressions.parse("file", "race:Counter\n# x\nrace:Nothing\nescape:IOException\n");
    assertThat(rules.match(writeRead())).isTrue();
    assertThat(rules.unused(false)).containsExactly("file line 3: race:Nothing");
    assertThat(rules.unused(true))
        .containsExactly("file line 3: race:Nothing", "file line 4: escape:IOException");
  }
}
