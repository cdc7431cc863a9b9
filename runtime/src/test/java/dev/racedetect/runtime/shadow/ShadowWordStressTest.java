package dev.racedetect.runtime.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.Simulated;
import dev.racedetect.runtime.thread.ThreadState;
import dev.racedetect.runtime.thread.ThreadTable;
import dev.racedetect.runtime.thread.Together;
import org.junit.jupiter.api.Test;

/** Real threads at the same shadow words: no two conflicting accesses may both miss each other. */
final class ShadowWordStressTest {
  private static final int ROUNDS = 400;
  private static final int VARIABLES = 512;

  /** What one thread does to each variable. */
  private interface Access {
    boolean to(Subject subject, ThreadState thread);
  }

  private static final Access READ = (s, t) -> FieldShadows.read(s, Subject.X, t, 1, 11);
  private static final Access WRITE = (s, t) -> FieldShadows.write(s, Subject.X, t, 1, 12);
  private static final Access READ_THEN_WRITE = (s, t) -> READ.to(s, t) | WRITE.to(s, t);

  private static Subject[] subjects(ThreadState... readers) {
    Subject[] subjects = new Subject[VARIABLES];
    for (int i = 0; i < subjects.length; i++) {
      subjects[i] = new Subject();
      for (ThreadState reader : readers) {
        assertThat(READ.to(subjects[i], reader)).isFalse();
      }
    }
    return subjects;
  }

  /**
   * Lets threads that know the given ones access the same variables at the same time.
   *
   * @return for each variable, whether each thread found a race
   */
  private static boolean[][] accesses(Subject[] subjects, Access... accesses) throws Exception {
    ThreadState[] threads = new ThreadState[accesses.length];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = Simulated.startedBy(ThreadState.current());
    }
    boolean[][] found = new boolean[subjects.length][accesses.length];
    Together together = new Together(accesses.length);
    together.run(
        number -> {
          for (int i = 0; i < subjects.length; i++) {
            if (i % 8 == 0) {
              together.meet();
            }
            found[i][number] = accesses[number].to(subjects[i], threads[number]);
          }
        });
    for (ThreadState thread : threads) {
      ThreadState.current().acquire(ThreadTable.ended(thread));
    }
    return found;
  }

  private static void neverMissed(boolean[][] found) {
    for (boolean[] each : found) {
      boolean any = false;
      for (boolean one : each) {
        any |= one;
      }
      assertThat(any).as("some thread finds the race").isTrue();
    }
  }

  @Test
  void twoWrites() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      neverMissed(accesses(subjects(), WRITE, WRITE));
    }
  }

  @Test
  void aReadAndAWrite() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      neverMissed(accesses(subjects(), READ, WRITE));
    }
  }

  @Test
  void readsThenWrites() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      for (boolean[] found : accesses(subjects(), READ_THEN_WRITE, READ_THEN_WRITE)) {
        assertThat(found[0] | found[1]).isTrue();
      }
    }
  }

  @Test
  void twoReadsAndAWrite() throws Exception {
    for (int round = 0; round < ROUNDS / 2; round++) {
      for (boolean[] found : accesses(subjects(), READ, READ, WRITE)) {
        // Either the writer sees a reader, or each reader sees the writer.
        assertThat(found[2] || found[0] && found[1]).isTrue();
      }
    }
  }

  /** The variable was read-shared before, by threads that everybody has joined. */
  @Test
  void aReadAndAWriteOfASharedVariable() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      neverMissed(accesses(sharedSubjects(), READ, WRITE));
    }
  }

  private static Subject[] sharedSubjects() {
    ThreadState self = ThreadState.current();
    ThreadState one = Simulated.startedBy(self);
    ThreadState other = Simulated.startedBy(self);
    Subject[] subjects = subjects(one, other);
    assertThat(subjects[0].$rd$r$x).isEqualTo(Epoch.READ_SHARED);
    self.acquire(ThreadTable.ended(one));
    self.acquire(ThreadTable.ended(other));
    return subjects;
  }

  /** Simultaneous reads race with nothing, and none of them is forgotten. */
  @Test
  void simultaneousReadsAreAllRemembered() throws Exception {
    for (int round = 0; round < ROUNDS / 2; round++) {
      Subject[] subjects = round % 2 == 0 ? subjects() : sharedSubjects();
      ThreadState[] readers = new ThreadState[3];
      for (int i = 0; i < readers.length; i++) {
        readers[i] = Simulated.startedBy(ThreadState.current());
      }
      Together together = new Together(readers.length);
      together.run(
          number -> {
            for (int i = 0; i < subjects.length; i++) {
              if (i % 8 == 0) {
                together.meet();
              }
              if (READ.to(subjects[i], readers[number])) {
                throw new AssertionError("two reads are no race");
              }
            }
          });
      // A writer that has joined all readers but one must still find that one.
      int missing = round % 3;
      ThreadState writer = Simulated.startedBy(ThreadState.current());
      for (int i = 0; i < readers.length; i++) {
        if (i != missing) {
          writer.acquire(ThreadTable.ended(readers[i]));
        }
      }
      for (Subject subject : subjects) {
        assertThat(WRITE.to(subject, writer)).isTrue();
      }
    }
  }

  /** A reader that renews its word while new readers come must keep the new one. */
  @Test
  void renewedReadsAreNotLost() throws Exception {
    for (int round = 0; round < 300; round++) {
      ThreadState[] readers = new ThreadState[3];
      for (int i = 0; i < readers.length; i++) {
        readers[i] = Simulated.startedBy(ThreadState.current());
      }
      ThreadState[] newcomers = new ThreadState[40];
      for (int i = 0; i < newcomers.length; i++) {
        newcomers[i] = Simulated.startedBy(ThreadState.current());
      }
      ReadSet set = new ReadSet(readers[0].epoch);
      long[] last = new long[readers.length];
      Together together = new Together(readers.length);
      together.run(
          number -> {
            together.meet();
            for (int i = 0; i < newcomers.length; i++) {
              if (number == 2) {
                set.add(newcomers[i], newcomers[i].epoch);
              } else {
                last[number] = readers[number].epoch += Epoch.TICK;
                set.add(readers[number], last[number]);
              }
            }
          });
      long[] words = set.words();
      assertThat(words).contains(last[0], last[1]).hasSize(2 + newcomers.length);
      for (ThreadState newcomer : newcomers) {
        assertThat(words).contains(newcomer.epoch);
        ThreadState.current().acquire(ThreadTable.ended(newcomer));
      }
      for (ThreadState reader : readers) {
        ThreadState.current().acquire(ThreadTable.ended(reader));
      }
    }
  }
}
