package dev.racedetect.runtime.hook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Without sampling periods a period counts as always on. */
class MethodSamplingTest {
  private final int method = MethodSampling.register();

  private static int taken(int method, int runs) {
    int taken = 0;
    for (int i = 0; i < runs; i++) {
      if (MethodSampling.sampled(method)) {
        MethodSampling.entered(method);
        taken++;
      }
    }
    return taken;
  }

  @Test
  void theFirstRunsAndThenBursts() {
    MethodSampling.open(MethodSampling.FIRST);
    assertThat(taken(method, 1000)).isEqualTo(MethodSampling.FIRST);
    MethodSampling.burst();
    assertThat(taken(method, 1000)).isEqualTo(MethodSampling.BURST);
  }

  @Test
  void aBurstTakesNothingFromTheFirstRuns() {
    MethodSampling.open(MethodSampling.FIRST);
    assertThat(taken(method, 10)).isEqualTo(10);
    MethodSampling.burst();
    assertThat(taken(method, 1000)).isEqualTo(MethodSampling.FIRST - 10);
  }

  @Test
  void closedGatesLetNoRunPass() {
    MethodSampling.open(MethodSampling.FIRST);
    MethodSampling.close();
    assertThat(taken(method, 10)).isZero();
    assertThat(MethodSampling.loopSampled(method)).isFalse();
  }

  @Test
  void moreMethodsThanRoom() {
    MethodSampling.open(MethodSampling.FEW);
    int last = method;
    for (int i = 0; i < 5000; i++) {
      last = MethodSampling.register();
    }
    assertThat(MethodSampling.methods()).isEqualTo(last + 1);
    assertThat(taken(last, 1000)).isEqualTo(MethodSampling.FEW);
  }

  @Test
  void methodsBeyondTheGatesShareOne() {
    MethodSampling.open(MethodSampling.FEW);
    assertThat(taken(method + (1 << 18), 1000)).isEqualTo(MethodSampling.FEW);
    assertThat(taken(method, 1000)).isZero();
  }
}
