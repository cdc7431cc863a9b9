package dev.racedetect.runtime.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class DeclarationTest {

  @Test
  void readsAsTheSourceDoes() {
    assertThat(Declaration.of(Modifier.PRIVATE, "I", "n")).isEqualTo("private int n");
    assertThat(Declaration.of(0, "Ljava/util/Map;", "map")).isEqualTo("java.util.Map map");
    assertThat(Declaration.of(Modifier.STATIC | Modifier.VOLATILE, "[[J", "x"))
        .isEqualTo("static volatile long[][] x");
  }
}
