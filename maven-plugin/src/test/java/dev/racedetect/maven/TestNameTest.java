package dev.racedetect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [engine:junit-jupiter]/[class:com.acme.A]/[method:runs()]           | com.acme.A.runs
          [engine:junit-jupiter]/[class:com.acme.A]/[method:runs(int, java.util.List)] | com.acme.A.runs
          [engine:junit-jupiter]/[class:com.acme.A]/[nested-class:B]/[method:c()] | com.acme.A$B.c
          [engine:junit-jupiter]/[class:com.acme.A]                           | com.acme.A
          [engine:junit-jupiter]/[class:com.acme.A]/[test-template:t(int)]/[test-template-invocation:#2] | com.acme.A.t [test-template-invocation:#2]
          [engine:junit-vintage]/[runner:com.acme.A]/[test:runs(com.acme.A)]  | com.acme.A.runs
          something else                                                      | something else
          """)
  void says(String id, String name) {
    assertThat(TestName.of(id)).isEqualTo(name);
  }
}
