package dev.racedetect.runtime.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.Simulated;
import dev.racedetect.runtime.thread.ThreadState;
import dev.racedetect.runtime.thread.Together;
import org.junit.jupiter.api.Test;

final class ReadSetTest {
  private static final int THREADS = 3;
  private static final int SETS = 30_000;
  private static final int CLOCKS = 1;

  private static ThreadState thread() {
    return Simulated.startedBy(ThreadState.current());
  }

  private static long word(ThreadState thread, int clock) {
    return Epoch.of(Epoch.slot(thread.epoch), Epoch.clock(thread.epoch) + clock);
  }

  @Test
  void newReaderDropsWordsThatHappenBeforeItsOwn() {
    ThreadState first = thread();
    ReadSet set = new ReadSet(word(first, 0));
    ThreadState knowsFirst = Simulated.startedBy(first);
    set.add(knowsFirst, word(knowsFirst, 0));
    assertThat(set.words()).containsExactly(word(knowsFirst, 0));
  }

  @Test
  void readerRenewsItsOwnWord() {
    ThreadState one = thread();
    ThreadState other = thread();
    ReadSet set = new ReadSet(word(one, 0));
    set.add(other, word(other, 0));
    set.add(one, word(one, 1));
    assertThat(set.words()).containsExactly(word(one, 1), word(other, 0));
  }

  /** Renewals take no lock: none may be lost to a reader that replaces the array meanwhile. */
  @Test
  void nobodysLatestWordIsLost() throws Exception {
    ThreadState[] states = new ThreadState[THREADS];
    long[] latest = new long[THREADS];
    for (int i = 0; i < THREADS; i++) {
      states[i] = thread();
      latest[i] = word(states[i], CLOCKS);
    }
    ReadSet[] sets = new ReadSet[SETS];
    for (int i = 0; i < SETS; i++) {
      sets[i] = new ReadSet(word(states[i % THREADS], 0));
    }
    Together together = new Together(THREADS);
    together.run(number -> addToAll(sets, states[number], together));
    for (ReadSet set : sets) {
      assertThat(set.words()).containsExactlyInAnyOrder(latest);
    }
  }

  private static void addToAll(ReadSet[] sets, ThreadState state, Together together) {
    for (ReadSet set : sets) {
      together.meet();
      for (int clock = 1; clock <= CLOCKS; clock++) {
        set.add(state, word(state, clock));
      }
    }
  }
}
