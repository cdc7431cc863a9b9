package dev.racedetect.runtime.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.Simulated;
import dev.racedetect.runtime.thread.ThreadState;
import dev.racedetect.runtime.thread.ThreadTable;
import org.junit.jupiter.api.Test;

/** When elements get words of their own, and what they keep. */
final class DirectChunkTest {
  private static final int LENGTH = 100;

  private final ThreadState main = ThreadState.current();
  private final int[] array = new int[LENGTH];

  private boolean direct() {
    return DirectChunk.is(ArrayShadows.of(array, main).chunks[0]);
  }

  private ThreadState ended(ThreadState thread) {
    main.acquire(ThreadTable.ended(thread));
    return thread;
  }

  @Test
  void oneHistoryForAllStaysCompressed() {
    ThreadState writer = Simulated.startedBy(main);
    for (int round = 0; round < 50; round++) {
      writer.epoch += Epoch.TICK;
      ArrayShadows.writes(array, 0, LENGTH, 1, writer, 1, 41);
    }
    assertThat(direct()).isFalse();
    ended(writer);
  }

  @Test
  void smallArraysHaveWordsAtOnce() {
    ThreadState writer = Simulated.startedBy(main);
    int[] small = new int[DirectChunk.SMALL];
    ArrayShadows.write(small, 1, writer, 1, 42);
    assertThat(DirectChunk.is(ArrayShadows.of(small, main).chunks[0])).isTrue();
    ended(writer);
  }

  /**
   * Readers, among them several of one element, and writers are known after the change as before.
   */
  @Test
  void nothingIsForgotten() {
    ThreadState first = Simulated.startedBy(main);
    ThreadState second = Simulated.startedBy(main);
    ThreadState stranger = Simulated.startedBy(main);
    ArrayShadows.read(array, 7, first, 1, 43);
    ArrayShadows.read(array, 7, second, 1, 43);
    ArrayShadows.write(array, 8, first, 1, 44);
    assertThat(direct()).isFalse();
    for (int i = 20; i < 60; i++) {
      second.epoch += Epoch.TICK;
      ArrayShadows.write(array, i, second, 1, 45);
    }
    assertThat(direct()).isTrue();
    Variable shared = ArrayShadows.variable(main, array, 7);
    assertThat(shared.readers()).hasSize(2);
    assertThat(ArrayShadows.read(array, 8, stranger, 1, 46)).isTrue();
    assertThat(ArrayShadows.write(array, 7, stranger, 1, 47)).isTrue();
    assertThat(ArrayShadows.write(array, 9, stranger, 1, 48)).isFalse();
    ended(first);
    ended(second);
    ended(stranger);
  }
}
