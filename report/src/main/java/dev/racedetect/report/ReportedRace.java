package dev.racedetect.report;

import dev.racedetect.runtime.race.RaceFinding;
import org.jspecify.annotations.Nullable;

/**
 * A race read from a file.
 *
 * @param fingerprint its fingerprint, 16 hexadecimal digits
 * @param finding the race
 * @param hint its hint; null for none
 */
public record ReportedRace(String fingerprint, RaceFinding finding, @Nullable String hint) {}
