package dev.racedetect.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racedetect.runtime.options.OptionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownFindingsTest {

  private static KnownFindings parse(String text) throws OptionException {
    return KnownFindings.parse("base.json", text, "2026-11-27");
  }

  private static String entry(String members) {
    return "{ \"schema\" : 1,\n \"findings\" : [ {\"fingerprint\":\"ab\"" + members + "} ] }\n";
  }

  @Test
  void whatIsListedIsKnown() throws OptionException {
    KnownFindings known = parse(entry(", \"owner\": \"ada\", \"reason\": null, \"new\": [{}, 1.5e3]"));
    assertThat(known.remarks("ab")).isEqualTo(" (owner ada)");
    assertThat(known.remarks("cd")).isNull();
    assertThat(parse(entry("")).remarks("ab")).isEmpty();
    assertThat(KnownFindings.none().remarks("ab")).isNull();
  }

  @Test
  void entriesCountUntilTheirLastDayIsOver() throws OptionException {
    assertThat(parse(entry(",\"expires\":\"2026-11-26\"")).remarks("ab")).isNull();
    assertThat(parse(entry(",\"expires\":\"2026-11-27\"")).remarks("ab"))
        .isEqualTo(" (until 2026-11-27)");
  }

  @Test
  void escapesInTextsAreUnderstood() throws OptionException {
    assertThat(parse(entry(",\"reason\":\"a\\\"b\\\\ \\u00e9\\t\"")).remarks("ab"))
        .isEqualTo(" (a\"b\\ \u00e9\t)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"schema\":1}",
        "{\"schema\":2,\"findings\":[]}",
        "{\"schema\":1,\"findings\":[}",
        "{\"schema\":1,\"findings\":[{]]}",
        "{\"schema\":1,\"findings\":[]} x",
        "{\"schema\":1,\"findings\":[{\"fingerprint\":\"ab]}"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(OptionException.class)
        .hasMessageStartingWith("option baseline: base.json ");
  }

  @Test
  void theLineAtFaultIsNamed() {
    assertThatThrownBy(() -> parse("{\n\"schema\":1,\n?"))
        .hasMessage("option baseline: base.json line 3 is not a baseline's");
  }

  @Test
  void missingFilesAreRefused() {
    assertThatThrownBy(() -> KnownFindings.load("does/not/exist", "2026-11-27"))
        .isInstanceOf(OptionException.class)
        .hasMessageContaining("does/not/exist");
  }
}
