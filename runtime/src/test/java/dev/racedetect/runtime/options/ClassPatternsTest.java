package dev.racedetect.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassPatternsTest {

  @ParameterizedTest
  @CsvSource({
    "com.acme,                 com.acme.Counter,        true",
    "com.acme,                 com.acme.sub.Counter,    true",
    "com.acme,                 com.acmeother.Counter,   false",
    "com.acme.Counter,         com.acme.Counter,        true",
    "com.acme.Counter,         com.acme.Counter$Inner,  true",
    "com.acme.Counter,         com.acme.Counters,       false",
    "com.acme.*,               com.acme.sub.Counter,    true",
    "com.acme.*,               com.acme,                false",
    "com.acme.**,              com.acme.Counter,        true",
    "*.generated.*,            com.acme.generated.A,    true",
    "*Test,                    com.acme.CounterTest,    true",
    "*Test,                    com.acme.CounterTest$1,  false",
    "org.x:com.acme,           com.acme.Counter,        true",
    "org.x: com.acme :,        com.acme.Counter,        true",
    "org.x:org.y,              com.acme.Counter,        false",
    "*,                        com.acme.Counter,        true",
    "*a*b*c,                   aXbXbXc,                 true",
    "*a*b*c,                   aXbXbXcX,                false",
  })
  void matches(String patterns, String className, boolean expected) {
    assertThat(ClassPatterns.parse(patterns).matches(className)).isEqualTo(expected);
  }
}
