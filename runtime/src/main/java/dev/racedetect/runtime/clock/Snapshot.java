package dev.racedetect.runtime.clock;


/**
 * What one or more releases published: an immutable vector clock and, where a single release
 * published it, the releasing thread's own epoch (0 where several were joined; the clock then
 * contains all entries).
 *
 * <p>Whoever knows the epoch of a single release knows all of its clock, because a thread's clock
 * advances after each release that followed an access or an acquire.
 *
 * @param clock the clock of the releaser without its own entry, or the join of several
 * @param epoch the releaser's epoch, 0 if joined
 */
public record Snapshot(VectorClock clock, long epoch) {}
