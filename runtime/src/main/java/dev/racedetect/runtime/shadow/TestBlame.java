package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.race.TestFacts;
import dev.racedetect.runtime.thread.TestIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Decides to which test a race belongs. Of two tests the one that has ended is to blame, since it
 * left a thread or a task behind; if both run, or both have ended, it is the one whose access
 * completed the race.
 */
final class TestBlame {
  private TestBlame() {}

  /**
   * The tests of a race.
   *
   * @param current the test of the access that completed the race; null if unknown
   * @param previous the test of the earlier access; null if unknown
   * @return null when neither is known
   */
  static @Nullable TestFacts of(@Nullable TestIdentity current, @Nullable TestIdentity previous) {
    if (current == null || previous == null) {
      TestIdentity known = current == null ? previous : current;
      return known == null ? null : new TestFacts(known.id(), null);
    }
    if (current.id().equals(previous.id())) {
      return new TestFacts(current.id(), null);
    }
    return previous.finished() && !current.finished()
        ? new TestFacts(previous.id(), current.id())
        : new TestFacts(current.id(), previous.id());
  }
}
