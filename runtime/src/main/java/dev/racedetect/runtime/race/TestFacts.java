package dev.racedetect.runtime.race;

import org.jspecify.annotations.Nullable;

/**
 * The tests that a race belongs to.
 *
 * @param owner unique id of the test that is to blame
 * @param bystander unique id of the test that ran meanwhile; null when there is no other
 */
public record TestFacts(String owner, @Nullable String bystander) {}
