package dev.racedetect.runtime.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.Simulated;
import dev.racedetect.runtime.thread.ThreadState;
import dev.racedetect.runtime.thread.Together;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SyncClockTest {
  private static ThreadState thread() {
    return Simulated.startedBy(ThreadState.current());
  }

  @Test
  void acquireOrdersWhatWasBeforeTheReleaseAndNotWhatCameAfter() {
    ThreadState releaser = thread();
    ThreadState acquirer = thread();
    SyncClock clock = new SyncClock();
    long before = releaser.epoch;
    clock.release(releaser);
    long after = releaser.epoch;
    clock.acquire(acquirer);
    assertThat(acquirer.covers(before)).isTrue();
    assertThat(acquirer.covers(after)).isFalse();
  }

  @Test
  void undoneAttemptTakesNobodyElsesReleaseBack() {
    ThreadState failing = thread();
    ThreadState other = thread();
    ThreadState acquirer = thread();
    SyncClock clock = new SyncClock();
    clock.release(thread());
    long wanted = other.epoch;
    Attempt attempt = clock.attempt(failing);
    clock.release(other);
    attempt.undo();
    clock.acquire(acquirer);
    assertThat(acquirer.covers(wanted)).isTrue();
  }

  @Test
  void undoneAttemptLeavesNoEdge() {
    ThreadState failing = thread();
    ThreadState acquirer = thread();
    SyncClock clock = new SyncClock();
    long unwanted = failing.epoch;
    clock.attempt(failing).undo();
    clock.acquire(acquirer);
    assertThat(acquirer.covers(unwanted)).isFalse();
  }

  /**
   * JLS 17.4.4: a compare-and-set that fails is no write, so who reads meanwhile is not ordered.
   */
  @Test
  void readerWaitsForTheOutcomeOfAShortAttempt() throws Exception {
    ThreadState failing = thread();
    ThreadState acquirer = thread();
    SyncClock clock = new SyncClock();
    long unwanted = failing.epoch;
    Attempt attempt = clock.shortAttempt(failing);
    Thread reader = new Thread(() -> clock.acquireSettled(acquirer));
    reader.start();
    TimeUnit.MILLISECONDS.sleep(2);
    attempt.undo();
    reader.join();
    assertThat(acquirer.covers(unwanted)).isFalse();
  }

  @Test
  void readerOfAnAttemptThatIsNeverSettledGoesOn() {
    ThreadState throwing = thread();
    ThreadState acquirer = thread();
    SyncClock clock = new SyncClock();
    long epoch = throwing.epoch;
    clock.shortAttempt(throwing);
    clock.acquireSettled(acquirer);
    assertThat(acquirer.covers(epoch)).isTrue();
  }

  /** Or an object that is only ever attempted would keep all snapshots that it ever had. */
  @Test
  void attemptThatWasPublishedOverIsNotUndone() {
    ThreadState first = thread();
    ThreadState second = thread();
    SyncClock clock = new SyncClock();
    Attempt earlier = clock.attempt(first);
    Attempt later = clock.attempt(second);
    earlier.undo();
    assertThat(clock.get()).isSameAs(later);
    later.undo();
    assertThat(clock.get()).isSameAs(earlier);
  }

  /** Whoever knows an epoch must know all that is ever published with it. */
  @Test
  void acquireBetweenAnAttemptAndTheNextReleaseIsPassedOn() {
    ThreadState source = thread();
    ThreadState middle = thread();
    ThreadState sink = thread();
    long wanted = source.epoch;
    SyncClock first = new SyncClock();
    SyncClock learnt = new SyncClock();
    SyncClock second = new SyncClock();
    learnt.release(source);
    first.attempt(middle);
    learnt.acquire(middle);
    second.release(middle);
    first.acquire(sink);
    second.acquire(sink);
    assertThat(sink.covers(wanted)).isTrue();
  }

  @Test
  void threadWithoutASlotPassesEdgesOn() {
    ThreadState source = thread();
    ThreadState middle = Simulated.withoutSlot();
    ThreadState sink = thread();
    assertThat(middle.epoch).isEqualTo(Epoch.UNRECORDED);
    long wanted = source.epoch;
    SyncClock in = new SyncClock();
    SyncClock out = new SyncClock();
    out.release(thread());
    in.release(source);
    in.acquire(middle);
    out.release(middle);
    out.acquire(sink);
    assertThat(sink.covers(wanted)).isTrue();
    out.releaseStore(middle);
    assertThat(middle.epoch).isEqualTo(Epoch.UNRECORDED);
    assertThat(sink.covers(middle.epoch)).isTrue();
  }

  @Test
  void concurrentReleasesAreAllKept() throws Exception {
    for (int round = 0; round < 200; round++) {
      SyncClock clock = new SyncClock();
      ThreadState[] releasers = {thread(), thread(), thread()};
      long[] last = new long[releasers.length];
      Together together = new Together(releasers.length);
      together.run(
          number -> {
            together.meet();
            for (int i = 0; i < 200; i++) {
              releasers[number].dirty = true;
              last[number] = releasers[number].epoch;
              clock.release(releasers[number]);
              clock.attempt(releasers[number]).undo();
            }
          });
      ThreadState acquirer = thread();
      clock.acquire(acquirer);
      for (long epoch : last) {
        assertThat(acquirer.covers(epoch)).isTrue();
      }
    }
  }
}
