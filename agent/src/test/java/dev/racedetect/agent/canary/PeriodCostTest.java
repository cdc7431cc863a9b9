package dev.racedetect.agent.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PeriodCostTest {
  private static final long SECOND = 1_000_000_000;

  private final PeriodCost cost = new PeriodCost();

  @Test
  void isWhatTheSameWorkTakesMore() {
    cost.bare(0, 105_000_000, 1_000_000);
    assertThat(cost.nanosPerHook()).isCloseTo(100, within(0.1));
    assertThat(cost.of(80_000_000, 100_000)).isEqualTo(70_000_000);
    assertThat(cost.of(80_000_000, 900_000)).isNegative();
  }

  @Test
  void isAllOfThePeriodWhileNothingIsKnown() {
    assertThat(cost.of(80_000_000, 100_000)).isEqualTo(80_000_000);
    cost.bare(0, 50_000_000, 10);
    assertThat(cost.of(80_000_000, 100_000)).isEqualTo(80_000_000);
  }

  @Test
  void forgets() {
    cost.bare(0, 1_005_000_000, 1_000_000);
    for (int i = 1; i < 300; i++) {
      cost.bare(i * SECOND, 15_000_000, 1_000_000);
    }
    assertThat(cost.nanosPerHook()).isCloseTo(10, within(0.5));
  }
}
