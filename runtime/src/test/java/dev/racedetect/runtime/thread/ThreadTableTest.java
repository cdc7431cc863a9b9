package dev.racedetect.runtime.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.clock.Snapshot;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ThreadTableTest {

  @Test
  void startAndJoinLoopsReuseSlots() throws Exception {
    int before = ThreadTable.SLOTS.used();
    new Together(3)
        .run(
            number -> {
              ThreadState self = ThreadState.current();
              for (int i = 0; i < 3_500; i++) {
                ThreadState[] batch = new ThreadState[10];
                for (int j = 0; j < batch.length; j++) {
                  batch[j] = Simulated.startedBy(self);
                }
                Snapshot[] ends = new Snapshot[batch.length];
                for (int j = 0; j < batch.length; j++) {
                  ends[j] = ThreadTable.ended(batch[j]);
                }
                for (Snapshot end : ends) {
                  self.acquire(end);
                }
                assertThat(ThreadState.current()).isSameAs(self);
              }
            });
    // Three times ten, and a few more: the slots freed last may all be those of the other loops.
    assertThat(ThreadTable.SLOTS.used() - before).isLessThan(1_000);
  }

  /** More than the table of recent states has places, so that some share one. */
  @Test
  void manyThreadsThatLiveTogetherFindTheirOwnState() throws Exception {
    new Together(700)
        .run(
            number -> {
              ThreadState self = ThreadState.current();
              for (int i = 0; i < 200; i++) {
                assertThat(ThreadState.current()).isSameAs(self);
                assertThat(ThreadState.current().owner()).isSameAs(Thread.currentThread());
                Thread.yield();
              }
            });
  }

  @Test
  void livingThreadsHaveSlotsOfTheirOwn() {
    ThreadState self = ThreadState.current();
    ThreadState[] states = new ThreadState[20_000];
    Set<Integer> slots = new HashSet<>();
    slots.add(Epoch.slot(self.epoch));
    for (int i = 0; i < states.length; i++) {
      states[i] = Simulated.startedBy(self);
      assertThat(slots.add(Epoch.slot(states[i].epoch))).isTrue();
    }
    for (ThreadState state : states) {
      assertThat(ThreadTable.find(state.thread)).isSameAs(state);
      self.acquire(ThreadTable.ended(state));
    }
    int used = ThreadTable.SLOTS.used();
    for (int i = 0; i < states.length; i++) {
      self.acquire(ThreadTable.ended(Simulated.startedBy(self)));
    }
    assertThat(ThreadTable.SLOTS.used()).isEqualTo(used);
  }

  @Test
  void lookupsStandWhileTheTableGrows() throws Exception {
    Together together = new Together(3);
    together.run(
        number -> {
          ThreadState self = ThreadState.current();
          together.meet();
          if (number == 0) {
            ThreadState[] states = new ThreadState[30_000];
            for (int i = 0; i < states.length; i++) {
              states[i] = Simulated.startedBy(self);
            }
            for (ThreadState state : states) {
              self.acquire(ThreadTable.ended(state));
            }
          } else {
            for (int i = 0; i < 1_000_000; i++) {
              if (ThreadState.current() != self) {
                throw new AssertionError("another state after " + i + " lookups");
              }
            }
          }
        });
  }

  @Test
  void anEndedThreadIsNotKeptAndNotRevived() throws Exception {
    ThreadState[] states = new ThreadState[2];
    Thread thread =
        new Thread(
            () -> {
              states[0] = ThreadState.current();
              ThreadTable.ended(states[0]);
              states[1] = ThreadState.current(); // a late hook
            });
    thread.start();
    thread.join();
    assertThat(states[1]).isSameAs(states[0]);
    assertThat(states[0].mute).isEqualTo(ThreadState.ENDED);
    WeakReference<Thread> known = new WeakReference<>(thread);
    thread = null;
    for (int i = 0; i < 100 && known.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(known.get()).isNull();
  }

  @Test
  void failedStartLeavesNothingBehind() {
    ThreadState self = ThreadState.current();
    Simulated.startedBy(self);
    int used = ThreadTable.SLOTS.used();
    for (int i = 0; i < 1_000; i++) {
      ThreadState child = Simulated.startedBy(self);
      ThreadTable.startFailed(child.thread);
      assertThat(ThreadTable.find(child.thread)).isNull();
    }
    assertThat(ThreadTable.SLOTS.used()).isLessThanOrEqualTo(used + 1);
  }

  @Test
  void endsOnce() {
    ThreadState self = ThreadState.current();
    ThreadState child = Simulated.startedBy(self);
    long epoch = child.epoch;
    Snapshot end = ThreadTable.ended(child);
    assertThat(self.covers(epoch)).isFalse();
    ThreadState observer = Simulated.startedBy(self);
    observer.acquire(ThreadTable.ended(child));
    assertThat(observer.covers(epoch)).isTrue();
    self.acquire(end);
    ThreadState one = Simulated.startedBy(self);
    ThreadState other = Simulated.startedBy(self);
    assertThat(Epoch.slot(one.epoch)).isNotEqualTo(Epoch.slot(other.epoch));
    assertThat(child.info().finished()).isTrue();
  }
}
