package dev.racedetect.runtime.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FramesTest {
  private static StackTraceElement frame(String method, int line) {
    return new StackTraceElement("com.acme.A", method, "A.java", line);
  }

  @Test
  void aMethodThatHasCalledItsCheckedFormIsShownOnce() {
    StackTraceElement[] stack = {
      frame("inner", 12), frame("inner", -1), frame("outer", 7), frame("outer", 3), frame("main", 1)
    };
    assertThat(Frames.withoutForms(stack))
        .containsExactly(
            frame("inner", 12), frame("outer", 7), frame("outer", 3), frame("main", 1));
  }

  @Test
  void otherFramesWithoutLineStay() {
    StackTraceElement[] stack = {frame("a", -1), frame("a", -1), frame("b", 3), frame("c", -1)};
    assertThat(Frames.withoutForms(stack)).isSameAs(stack);
    assertThat(Frames.withoutForms(new StackTraceElement[0])).isEmpty();
  }
}
