package dev.racedetect.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BacktracesTest {
  private static ContextTrace deep(int calls) {
    return calls == 0 ? new ContextTrace() : deep(calls - 1);
  }

  @Test
  void keepsTheInnermostFramesOfADeepStack() {
    ContextTrace whole = deep(100);
    StackTraceElement[] all = whole.getStackTrace();

    assertThat(Backtraces.shorten(whole, 20)).isEqualTo(20);

    assertThat(whole.getStackTrace()).hasSize(20).isEqualTo(java.util.Arrays.copyOf(all, 20));
    assertThat(whole.depth()).isGreaterThan(100);
  }

  @Test
  void keepsAllOfAShallowOne() {
    ContextTrace trace = deep(1);
    StackTraceElement[] all = trace.getStackTrace();

    assertThat(Backtraces.shorten(trace, 1000)).isEqualTo(all.length);

    assertThat(trace.getStackTrace()).isEqualTo(all);
  }
}
