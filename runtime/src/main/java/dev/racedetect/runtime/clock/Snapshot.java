package dev.racedetect.runtime.clock;

/**
 * What one or more releases published: an immutable vector clock and, where a single release
 * published it, the releasing thread's own epoch (0 where several were joined; the clock then
 * contains all entries).
 *
 * <p>Whoever knows the epoch of a single release knows all of its clock: a thread publishes an
 * epoch with one vector clock only, because its epoch advances right after each release that
 * followed an access or an acquire.
 *
 * <p>That helps one step further back: where all of a clock came with the epoch of another release,
 * whoever knows that epoch need not look at the clock. Thousands of threads that hand a lock to one
 * another, and are waited for in any order, cost a look-up each and not a walk over all of them.
 */
public class Snapshot {
  private final VectorClock clock;
  private final long epoch;
  private final long implied;

  /**
   * A snapshot.
   *
   * @param clock the clock of the releaser without its own entry, or the join of several
   * @param epoch the releaser's epoch, 0 if joined
   * @param implied an epoch of another thread: who knows it knows all of the clock; 0 for none
   */
  public Snapshot(VectorClock clock, long epoch, long implied) {
    this.clock = clock;
    this.epoch = epoch;
    this.implied = implied;
  }

  /** A snapshot of which no such epoch is known. */
  public Snapshot(VectorClock clock, long epoch) {
    this(clock, epoch, 0);
  }

  /** The clock of the releaser without its own entry, or the join of several. */
  public final VectorClock clock() {
    return clock;
  }

  /** The releaser's epoch, 0 if several releases were joined. */
  public final long epoch() {
    return epoch;
  }

  /** An epoch of another thread: who knows it knows all of the clock; 0 for none. */
  public final long implied() {
    return implied;
  }

  /** What both have published. */
  public final Snapshot join(Snapshot other) {
    VectorClock all = clock.join(other.clock).with(Epoch.slot(epoch), Epoch.clock(epoch));
    return new Snapshot(all.with(Epoch.slot(other.epoch), Epoch.clock(other.epoch)), 0);
  }
}
