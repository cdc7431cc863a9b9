package dev.racedetect.runtime.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.Simulated;
import dev.racedetect.runtime.thread.ThreadState;
import dev.racedetect.runtime.thread.ThreadTable;
import dev.racedetect.runtime.thread.Together;
import org.junit.jupiter.api.Test;

/** Real threads at the same chunks of an array's shadow, while the chunks are being replaced. */
final class ElementStressTest {
  private static final int ROUNDS = 300;
  private static final int ELEMENTS = 300;

  /** What one thread does to each element. */
  private interface Access {
    boolean to(int[] array, int index, ThreadState thread);
  }

  private static final Access READ = (a, i, t) -> ArrayShadows.read(a, i, t, 1, 11);
  private static final Access WRITE = (a, i, t) -> ArrayShadows.write(a, i, t, 1, 12);

  /** Gives every few elements a history of their own, so that the chunks fill up. */
  private static int[] array() {
    int[] array = new int[ELEMENTS];
    for (int i = 0; i < ELEMENTS; i += 3) {
      ThreadState before = Simulated.startedBy(ThreadState.current());
      assertThat((i % 2 == 0 ? READ : WRITE).to(array, i, before)).isFalse();
      ThreadState.current().acquire(ThreadTable.ended(before));
    }
    return array;
  }

  private static boolean[][] accesses(int[] array, Access... accesses) throws Exception {
    ThreadState[] threads = new ThreadState[accesses.length];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = Simulated.startedBy(ThreadState.current());
    }
    boolean[][] found = new boolean[ELEMENTS][accesses.length];
    Together together = new Together(accesses.length);
    together.run(
        number -> {
          for (int i = 0; i < ELEMENTS; i++) {
            if (i % 8 == 0) {
              together.meet();
              threads[number].epoch += Epoch.TICK;
            }
            found[i][number] = accesses[number].to(array, i, threads[number]);
          }
        });
    for (ThreadState thread : threads) {
      ThreadState.current().acquire(ThreadTable.ended(thread));
    }
    return found;
  }

  @Test
  void twoWrites() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      for (boolean[] found : accesses(array(), WRITE, WRITE)) {
        assertThat(found[0] | found[1]).as("at least one finds the race").isTrue();
      }
    }
  }

  @Test
  void aReadAndAWrite() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      for (boolean[] found : accesses(array(), READ, WRITE)) {
        assertThat(found[0] | found[1]).as("at least one finds the race").isTrue();
      }
    }
  }

  @Test
  void twoReadsAndAWrite() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      for (boolean[] found : accesses(array(), READ, READ, WRITE)) {
        assertThat(found[2] || found[0] && found[1]).isTrue();
      }
    }
  }

  /** Threads at different elements of the same chunks never race. */
  @Test
  void neighbours() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Access even = (a, i, t) -> i % 2 == 0 && (READ.to(a, i, t) | WRITE.to(a, i, t));
      Access odd = (a, i, t) -> i % 2 != 0 && (WRITE.to(a, i, t) | READ.to(a, i, t));
      int[] array = array();
      ThreadState stranger = Simulated.startedBy(ThreadState.current());
      for (boolean[] found : accesses(array, even, odd)) {
        assertThat(found[0] | found[1]).isFalse();
      }
      // Nothing was lost: a thread that knows of neither of the two races with each access.
      for (int i = 0; i < ELEMENTS; i++) {
        assertThat(WRITE.to(array, i, stranger)).as("element %d", i).isTrue();
      }
      ThreadState.current().acquire(ThreadTable.ended(stranger));
    }
  }
}
