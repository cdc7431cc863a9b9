package dev.racedetect.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonBuilderTest {

  static Arguments[] texts() {
    return new Arguments[] {
      Arguments.of("plain ä €", "\"plain ä €\""),
      Arguments.of("a\"b\\c/", "\"a\\\"b\\\\c/\""),
      Arguments.of("\n\r\t\b\0\u001f\u007f", "\"\\n\\r\\t\\u0008\\u0000\\u001f\\u007f\""),
      Arguments.of("\ud83d\ude00", "\"\ud83d\ude00\""),
      Arguments.of("\ud83d", "\"\\ud83d\""),
      Arguments.of("\ude00\ud83d", "\"\\ude00\\ud83d\""),
      Arguments.of("\ud83d\ud83d\ude00x\ude00", "\"\\ud83d\ud83d\ude00x\\ude00\""),
    };
  }

  @ParameterizedTest
  @MethodSource("texts")
  void escapesWhatMustNotStandForItself(String text, String json) {
    assertThat(new JsonBuilder().value(text).line()).isEqualTo(json + "\n");
  }
}
