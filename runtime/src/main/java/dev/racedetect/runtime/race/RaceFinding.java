package dev.racedetect.runtime.race;

import org.jspecify.annotations.Nullable;

/**
 * A data race (JLS 17.4.5): two conflicting accesses, neither of which happens-before the other.
 *
 * @param location the memory both touch
 * @param current the access that completed the race
 * @param previous the earlier access
 * @param tests the tests that it belongs to; null when no test is known
 * @param afterRelease whether the two threads did synchronise, but too early: one access is a
 *     write, made after a release of its thread that the thread of the other one has acquired, and
 *     before the next release; false also when that is not known
 */
public record RaceFinding(
    Location location,
    AccessFacts current,
    AccessFacts previous,
    @Nullable TestFacts tests,
    boolean afterRelease) {

  /** A race outside of any test. */
  public RaceFinding(Location location, AccessFacts current, AccessFacts previous) {
    this(location, current, previous, null, false);
  }
}
