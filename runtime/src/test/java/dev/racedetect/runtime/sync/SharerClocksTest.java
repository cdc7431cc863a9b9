package dev.racedetect.runtime.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.thread.Simulated;
import dev.racedetect.runtime.thread.ThreadState;
import org.junit.jupiter.api.Test;

final class SharerClocksTest {
  private static ThreadState thread() {
    return Simulated.startedBy(ThreadState.current());
  }

  @Test
  void acquiresWhatEverySharerReleasedAndNothingLater() {
    SharerClocks clocks = new SharerClocks();
    ThreadState[] sharers = new ThreadState[200];
    long[] before = new long[sharers.length];
    for (int i = 0; i < sharers.length; i++) {
      sharers[i] = i == 7 ? Simulated.withoutSlot() : thread();
      before[i] = sharers[i].epoch;
      clocks.release(sharers[i]);
    }
    ThreadState writer = thread();
    assertThat(writer.covers(before[0])).isFalse();
    clocks.acquire(writer);
    // The second time, the cells have been joined.
    ThreadState next = thread();
    clocks.acquire(next);
    for (int i = 0; i < sharers.length; i++) {
      assertThat(writer.covers(before[i])).isTrue();
      assertThat(next.covers(before[i])).isTrue();
      assertThat(i == 7 || !writer.covers(sharers[i].epoch)).isTrue();
    }
  }

  @Test
  void sharersDoNotAcquireFromEachOther() {
    SharerClocks clocks = new SharerClocks();
    ThreadState one = thread();
    ThreadState other = thread();
    long before = one.epoch;
    clocks.release(one);
    clocks.release(other);
    assertThat(other.covers(before)).isFalse();
  }
}
