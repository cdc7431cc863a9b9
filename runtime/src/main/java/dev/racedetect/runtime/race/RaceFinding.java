package dev.racedetect.runtime.race;

/**
 * A data race (JLS 17.4.5): two conflicting accesses, neither of which happens-before the other.
 *
 * @param location the memory both touch
 * @param current the access that completed the race
 * @param previous the earlier access
 */
public record RaceFinding(Location location, AccessFacts current, AccessFacts previous) {}
