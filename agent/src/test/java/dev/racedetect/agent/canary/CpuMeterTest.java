package dev.racedetect.agent.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CpuMeterTest {
  private static final long SECOND = 1_000_000_000;

  /** A clock that is set, and the CPU time of a process that keeps one processor busy. */
  private long now;

  private final CpuMeter meter = new CpuMeter(() -> now, () -> now);

  @Test
  void countsWork() {
    now += SECOND;
    meter.add(25_000_000);
    assertThat(meter.share()).isCloseTo(0.025, within(0.001));
    assertThat(meter.due(0.05)).isNegative();
    assertThat(meter.due(0.01)).isCloseTo(1.5 * SECOND, within(0.05 * SECOND));
  }

  @Test
  void forgets() {
    now += SECOND;
    meter.add(100_000_000);
    double before = meter.share();
    for (int i = 0; i < 120; i++) {
      now += SECOND;
      meter.add(0);
    }
    assertThat(meter.share()).isLessThan(before / 20);
    assertThat(meter.rate()).isCloseTo(1, within(0.1));
  }
}
