package dev.racedetect.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  private static void refused(String agentString, String... parts) {
    assertThatThrownBy(() -> Options.parse(null, agentString))
        .isInstanceOf(OptionException.class)
        .message()
        .contains(parts)
        .doesNotContain("\n");
  }

  @Test
  void defaults() throws OptionException {
    Options options = Options.parse(null, null);
    assertThat(options.logPath()).isEqualTo("stderr");
    assertThat(options.json()).isNull();
    assertThat(options.exitcode()).isEqualTo(66);
    assertThat(options.haltOnError()).isFalse();
    assertThat(options.include().isEmpty()).isTrue();
    assertThat(options.exclude().isEmpty()).isTrue();
    assertThat(options.app().isEmpty()).isTrue();
    assertThat(options.suppressions()).isNull();
    assertThat(options.stripPathPrefix()).isEmpty();
    assertThat(options.atexitSleepMs()).isZero();
    assertThat(options.notices()).isEmpty();
  }

  @Test
  void agentStringWinsOverEnvironment() throws OptionException {
    Options options = Options.parse("exitcode=1  log_path=stdout", "exitcode=3,halt_on_error=1");
    assertThat(options.exitcode()).isEqualTo(3);
    assertThat(options.logPath()).isEqualTo("stdout");
    assertThat(options.haltOnError()).isTrue();
  }

  @Test
  void allWinOverWhatIsBuiltIn() throws OptionException {
    Options options =
        Options.parse("exitcode=1,log_path=a,json=b", "log_path=c json=d", "json=e,mode=full");
    assertThat(options.exitcode()).isEqualTo(1);
    assertThat(options.logPath()).isEqualTo("c");
    assertThat(options.json()).isEqualTo("e");
    assertThatThrownBy(() -> Options.parse("fast=1", null, null))
        .hasMessageContaining("built into the jar");
  }

  @Test
  void emptyTextsSetNothing() throws OptionException {
    assertThat(Options.parse("  ", "").exitcode()).isEqualTo(66);
    assertThat(Options.parse(null, "exitcode=5,").exitcode()).isEqualTo(5);
  }

  @Test
  void quotesKeepSeparators() throws OptionException {
    Options options = Options.parse("json='/my reports/%p.json'", "log_path=\"/a,b/log\"");
    assertThat(options.json()).isEqualTo("/my reports/%p.json");
    assertThat(options.logPath()).isEqualTo("/a,b/log");
    refused("json='/a", "json", "quote");
  }

  @Test
  void valuesMayContainEqualsSigns() throws OptionException {
    assertThat(Options.parse(null, "json=/a=b/c").json()).isEqualTo("/a=b/c");
  }

  @Test
  void unknownKeysListTheValidOnes() {
    refused("jsno=x", "unknown option 'jsno'", "log_path, json, json_max_mb", "history_size");
    refused("jsn=x", "did you mean 'json'?");
    refused("halt_on_eror=1", "did you mean 'halt_on_error'?");
    assertThatThrownBy(() -> Options.parse(null, "fast=1"))
        .message()
        .doesNotContain("did you mean");
    refused("json", "'json'", "is not key=value", "valid options: log_path");
    assertThatThrownBy(() -> Options.parse("halt=1", null)).hasMessageContaining("RACEDETECT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exitcode=",
        "exitcode=x",
        "exitcode=-1",
        "exitcode=256",
        "exitcode=99999999999",
        "halt_on_error=maybe",
        "mode=fast",
        "budget=0%",
        "budget=101%",
        "budget=NaN",
        "races=2",
        "escapes=all",
        "json=",
        "log_path=",
        "atexit_sleep_ms=1s",
        "history_size=8",
        "include="
      })
  void unreadableValuesAreRefusedWithTheValidOptions(String assignment) {
    String key = assignment.substring(0, assignment.indexOf('='));
    refused(assignment, "option " + key + ": '", "' is not ", "valid options: log_path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"halt_on_error=true", "escapes=halt", "races=off"})
  void aCanaryNeverHalts(String assignment) {
    refused("mode=canary," + assignment, assignment.replace("=true", ""), "mode=canary");
  }

  @Test
  void aCanaryHasABudgetAndNoExitStatus() throws OptionException {
    Options options = Options.parse(null, "mode=canary,budget=2.5%,exitcode=7");
    assertThat(options.canary()).isTrue();
    assertThat(options.budget()).isEqualTo(0.025);
    assertThat(options.exitcode()).isZero();
    assertThat(Options.parse(null, "budget=3").budget()).isEqualTo(0.03);
  }

  @ParameterizedTest
  @ValueSource(strings = {"history_size=7", "budget=2%"})
  void whatHasNoEffectIsSaid(String assignment) throws OptionException {
    assertThat(Options.parse(null, assignment).notices())
        .singleElement()
        .asString()
        .contains(assignment.substring(0, assignment.indexOf('=')));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"BUDGET", "HISTORY_SIZE"})
  void settingTheDefaultChangesNothing(Option option) throws OptionException {
    Options options = Options.parse(null, option.key() + "=" + option.defaultValue());
    assertThat(options.text(option)).isEqualTo(option.defaultValue());
    assertThat(options.notices()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"report,true,false", "halt,true,true", "off,false,false"})
  void escapesAreReportedByDefaultAndMayHalt(String value, boolean watched, boolean halt)
      throws OptionException {
    assertThat(Options.parse(null, null).escapes()).isTrue();
    Options options = Options.parse(null, "escapes=" + value);
    assertThat(options.escapes()).isEqualTo(watched);
    assertThat(options.haltOnEscape()).isEqualTo(halt);
  }

  @Test
  void racesAndEscapesCannotBothBeOff() throws OptionException {
    assertThat(Options.parse(null, "races=off").races()).isFalse();
    refused("races=off,escapes=off", "leave nothing to watch");
  }

  @Test
  void theLastOneOfTheSameKeyWins() throws OptionException {
    assertThat(Options.parse(null, "exitcode=1,exitcode=2").exitcode()).isEqualTo(2);
  }
}
