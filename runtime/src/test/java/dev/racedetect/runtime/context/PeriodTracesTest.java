package dev.racedetect.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.thread.ThreadState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeriodTracesTest {
  private static final int SITE = 5000;

  @BeforeEach
  void aPeriod() {
    PeriodTraces.clear();
  }

  private static List<String> methods(int index) {
    return Arrays.stream(PeriodTraces.frames(index))
        .map(StackTraceElement::getMethodName)
        .dropWhile(m -> !m.equals("access"))
        .toList();
  }

  private static int access(int site) {
    return PeriodTraces.capture(ThreadState.current(), site);
  }

  private static int one(int site) {
    return access(site);
  }

  private static int other(int site) {
    return access(site);
  }

  @Test
  void theFirstStacksOfASiteAreItsOwn() {
    int first = one(SITE);
    int second = other(SITE);
    assertThat(methods(first)).startsWith("access", "one");
    assertThat(methods(second)).startsWith("access", "other");
  }

  @Test
  void laterOnesHaveWhatTheseHaveInCommon() {
    for (int i = 0; i < PeriodTraces.PATHS / 2; i++) {
      one(SITE);
      other(SITE);
    }
    int used = PeriodTraces.used();
    int later = one(SITE);
    assertThat(methods(later)).containsExactly("access");
    assertThat(one(SITE)).isEqualTo(later);
    assertThat(PeriodTraces.used()).isEqualTo(used);
  }

  @Test
  void oneWayOnlyIsKnownToItsEnd() {
    int last = 0;
    for (int i = 0; i < 3 * PeriodTraces.PATHS; i++) {
      last = one(SITE + 1);
    }
    assertThat(methods(last)).startsWith("access", "one", "oneWayOnlyIsKnownToItsEnd");
  }

  @Test
  void aPeriodBeginsAnew() {
    for (int i = 0; i < PeriodTraces.PATHS; i++) {
      one(SITE);
    }
    PeriodTraces.clear();
    assertThat(methods(other(SITE))).startsWith("access", "other");
  }

  @Test
  void eventsWithoutSiteAreAlwaysWalked() {
    for (int i = 0; i < 3 * PeriodTraces.PATHS; i++) {
      one(ContextDepot.STARTED);
    }
    assertThat(methods(other(ContextDepot.STARTED))).startsWith("access", "other");
  }
}
