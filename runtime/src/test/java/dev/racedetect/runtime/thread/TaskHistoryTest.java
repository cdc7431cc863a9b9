package dev.racedetect.runtime.thread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskHistoryTest {

  private final TaskHistory history = new TaskHistory();

  @Test
  void aClockBelongsToTheTaskThatBeganLastBefore() {
    history.begin(5, true, 100);
    history.begin(9, true, 200);
    assertThat(history.at(4)).isZero();
    assertThat(history.at(5)).isEqualTo(100);
    assertThat(history.at(8)).isEqualTo(100);
    assertThat(history.at(9)).isEqualTo(200);
    assertThat(history.at(1000)).isEqualTo(200);
    assertThat(history.beginOf(8)).isEqualTo(5);
    assertThat(history.beginOf(9)).isEqualTo(9);
    assertThat(history.beginOf(4)).isZero();
  }

  @Test
  void twoTasksOfOneClockAreUnknown() {
    history.begin(5, true, 100);
    history.begin(5, true, 100);
    assertThat(history.at(5)).isEqualTo(100);
    history.begin(5, true, 200);
    assertThat(history.at(5)).isZero();
  }

  @Test
  void aTaskThatRecordedNothingGivesItsClockToTheNext() {
    history.begin(5, true, 100);
    history.begin(5, false, 200);
    assertThat(history.at(5)).isEqualTo(200);
  }

  @Test
  void tasksOfLongAgoAreUnknown() {
    for (int i = 1; i <= 1000; i++) {
      history.begin(i, true, 10_000 + i);
    }
    assertThat(history.at(1000)).isEqualTo(11_000);
    assertThat(history.at(950)).isEqualTo(10_950);
    assertThat(history.at(900)).isZero();
  }
}
