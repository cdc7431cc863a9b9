package dev.racedetect.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.race.Hint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {

  @ParameterizedTest
  @EnumSource
  void eachHintHasAPageWithRuleAndCode(Hint hint) {
    assertThat(Explanation.page(hint))
        .startsWith("# " + hint.id() + ": ")
        .contains("\n## Rule\n", "\n## Wrong\n", "\n## Right\n")
        .containsPattern("JLS \\d");
  }
}
