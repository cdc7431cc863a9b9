package dev.racedetect.runtime.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.Simulated;
import dev.racedetect.runtime.thread.ThreadState;
import dev.racedetect.runtime.thread.ThreadTable;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ranges leave the very state that their elements, accessed one by one, would leave. */
final class ElementRangeTest {
  private static void one(
      int[] array, long from, long to, int step, ThreadState thread, int site, boolean write) {
    for (long i = from; i < to; i += step) {
      if (i >= 0 && i < array.length) {
        if (write) {
          ArrayShadows.write(array, (int) i, thread, 1, site);
        } else {
          ArrayShadows.read(array, (int) i, thread, 1, site);
        }
      }
    }
  }

  @Test
  void asOneByOne() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int length = 1 + random.nextInt(300);
      int[] together = new int[length];
      int[] oneByOne = new int[length];
      ThreadState[] threads = new ThreadState[3];
      for (int i = 0; i < threads.length; i++) {
        threads[i] = Simulated.startedBy(ThreadState.current());
      }
      for (int i = 0; i < 30; i++) {
        ThreadState thread = threads[random.nextInt(threads.length)];
        if (random.nextInt(3) == 0) {
          thread.epoch += Epoch.TICK;
        }
        long from = random.nextInt(length + 10) - 10;
        long to = from + random.nextInt(length + 10);
        int step = random.nextInt(3) == 0 ? 1 + random.nextInt(12) : 1;
        int site = 20 + random.nextInt(4);
        if (random.nextInt(3) == 0) {
          ArrayShadows.writes(together, from, to, step, thread, 1, site);
          one(oneByOne, from, to, step, thread, site, true);
        } else {
          ArrayShadows.reads(together, from, to, step, thread, 1, site);
          one(oneByOne, from, to, step, thread, site, false);
        }
      }
      for (int i = 0; i < length; i++) {
        Variable a = ArrayShadows.variable(ThreadState.current(), together, i);
        Variable b = ArrayShadows.variable(ThreadState.current(), oneByOne, i);
        assertThat(a.writeWord()).as("seed %d, element %d", seed, i).isEqualTo(b.writeWord());
        assertThat(a.readers())
            .as("seed %d, element %d", seed, i)
            .containsExactlyInAnyOrder(b.readers());
      }
      for (ThreadState thread : threads) {
        ThreadState.current().acquire(ThreadTable.ended(thread));
      }
    }
  }
}
