package dev.racedetect.runtime.race;

import org.jspecify.annotations.Nullable;

/** Where distinct races go. Called with {@link RaceFindings}' lock held, one race at a time. */
public interface RaceSink {

  /**
   * Takes a race that was not reported before.
   *
   * @param finding the race
   * @param fingerprint its fingerprint
   * @param hint its hint, or null
   * @return whether it was reported; false when it was suppressed
   */
  boolean accept(RaceFinding finding, String fingerprint, @Nullable String hint);
}
