package dev.racedetect.runtime.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without sampling periods a period counts as always on. */
class MethodSamplingTest {
  private final int method = MethodSampling.register();

  @AfterEach
  void usual() {
    MethodSampling.warm(false);
    MethodSampling.restart(MethodSampling.FIRST);
  }

  private List<Integer> taken(int runs) {
    List<Integer> taken = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      if (MethodSampling.sampled(method)) {
        taken.add(i);
      }
    }
    return taken;
  }

  @Test
  void theFirstRunsAndThenBursts() {
    MethodSampling.restart(MethodSampling.FIRST);
    List<Integer> taken = taken(3 * MethodSampling.TURN);
    assertThat(taken).hasSize(MethodSampling.FIRST + 2 * MethodSampling.BURST);
    assertThat(taken.get(MethodSampling.FIRST - 1)).isEqualTo(MethodSampling.FIRST - 1);
    assertThat(taken.get(MethodSampling.FIRST)).isEqualTo(MethodSampling.TURN);
    assertThat(taken.get(taken.size() - 1))
        .isEqualTo(2 * MethodSampling.TURN + MethodSampling.BURST - 1);
  }

  @Test
  void aPeriodBeginsAnew() {
    MethodSampling.restart(MethodSampling.FEW);
    assertThat(taken(MethodSampling.FIRST)).hasSize(MethodSampling.FEW);
    MethodSampling.restart(MethodSampling.FEW);
    assertThat(taken(1)).containsExactly(0);
  }

  @Test
  void someRunsForTheCompiler() {
    MethodSampling.warm(true);
    List<Integer> taken = taken(2 * MethodSampling.WARM);
    assertThat(taken).hasSize(MethodSampling.WARM / MethodSampling.WARM_TURN);
    assertThat(taken.get(1) - taken.get(0)).isEqualTo(MethodSampling.WARM_TURN);
  }

  @Test
  void countedRunsHaveNoChecks() {
    MethodSampling.count(true);
    assertThat(taken(1000)).isEmpty();
    MethodSampling.count(false);
    assertThat(MethodSampling.runs()).isEqualTo(1000);
  }

  @Test
  void moreMethodsThanRoom() {
    int last = method;
    for (int i = 0; i < 5000; i++) {
      last = MethodSampling.register();
    }
    assertThat(MethodSampling.methods()).isEqualTo(last + 1);
    assertThat(MethodSampling.sampled(last)).isTrue();
  }
}
