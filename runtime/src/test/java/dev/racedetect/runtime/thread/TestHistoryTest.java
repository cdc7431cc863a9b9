package dev.racedetect.runtime.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.clock.Epoch;
import org.junit.jupiter.api.Test;

class TestHistoryTest {

  private final TestHistory history = new TestHistory();

  private static long at(int clock) {
    return Epoch.of(3, clock);
  }

  @Test
  void accessesBelongToTheTestOfTheirTime() {
    history.begin("one", at(5));
    history.end("one", at(9));
    history.begin("two", at(12));
    assertThat(history.at(at(4))).isNull();
    assertThat(history.at(at(5)).id()).isEqualTo("one");
    assertThat(history.at(at(8)).id()).isEqualTo("one");
    assertThat(history.at(at(8)).finished()).isTrue();
    assertThat(history.at(at(10))).isNull();
    assertThat(history.at(at(13)).id()).isEqualTo("two");
    assertThat(history.current().finished()).isFalse();
  }

  @Test
  void classesOfTestsTakeOverBetweenTheirTests() {
    history.begin("class", at(1));
    history.begin("class.test", at(2));
    history.end("class.test", at(3));
    assertThat(history.current().id()).isEqualTo("class");
    history.end("class", at(4));
    assertThat(history.current()).isNull();
  }

  @Test
  void endOfAnOuterTestEndsTheInnerOne() {
    history.begin("outer", at(1));
    history.begin("inner", at(2));
    history.end("outer", at(3));
    assertThat(history.current()).isNull();
  }

  @Test
  void unknownEndsAreIgnored() {
    history.end("never begun", at(1));
    history.begin("one", at(2));
    history.end("other", at(3));
    assertThat(history.current().id()).isEqualTo("one");
  }

  @Test
  void tasksTakeOverOnlyThreadsThatRunNoTest() {
    assertThat(history.open()).isTrue();
    history.begin("one", at(1));
    assertThat(history.open()).isFalse();
    history.end("one", at(2));
    assertThat(history.open()).isTrue();
  }

  @Test
  void onlyTheLatestTestsAreKept() {
    for (int i = 1; i < 10_000; i++) {
      history.begin("test " + i, at(2 * i));
      history.end("test " + i, at(2 * i + 1));
    }
    assertThat(history.at(at(2))).isNull();
    assertThat(history.at(at(2 * 9_990)).id()).isEqualTo("test 9990");
  }
}
