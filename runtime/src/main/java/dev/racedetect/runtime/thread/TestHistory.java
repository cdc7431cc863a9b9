package dev.racedetect.runtime.thread;

import dev.racedetect.runtime.clock.Epoch;
import org.jspecify.annotations.Nullable;

/**
 * On behalf of which tests one thread acted, so that an access made earlier is attributed to the
 * test of its own time. Written by that thread only, and once by the one that starts it.
 *
 * <p>Only the latest {@value #LENGTH} to twice as many changes are kept: a race with an access made
 * before these is attributed by its other side alone. No race is missed for that.
 */
final class TestHistory {
  private static final int LENGTH = 256;

  /**
   * What held from an epoch on.
   *
   * @param test the test; null for none
   * @param since the thread's epoch when it began
   * @param before what held before; null when that is not known any more
   * @param length number of spans in this list since it was last cut
   */
  private record Span(@Nullable TestIdentity test, long since, @Nullable Span before, int length) {}

  /** Null before the first change. */
  private volatile @Nullable Span newest;

  /** Whether the thread itself runs {@link #current}, rather than a task that the test left. */
  private boolean direct;

  /** The test on whose behalf the thread acts now; null for none. */
  @Nullable TestIdentity current() {
    Span span = newest;
    return span == null ? null : span.test;
  }

  /** The test on whose behalf an access with this shadow word was made; null if unknown. */
  @Nullable TestIdentity at(long word) {
    Span span = newest;
    while (span != null && !covers(span, word)) {
      span = span.before;
    }
    return span == null ? null : span.test;
  }

  /** A thread may change its slot: nothing is known of the order of clocks of two slots. */
  private static boolean covers(Span span, long word) {
    return Epoch.slot(span.since) != Epoch.slot(word)
        || Epoch.clock(span.since) <= Epoch.clock(word);
  }

  /** Notes that the thread runs a test from now on; {@code epoch} must be fresh. */
  void begin(String id, long epoch) {
    set(new TestIdentity(id, direct ? current() : null), epoch);
    direct = true;
  }

  /** Notes the end of a test that {@link #begin} began; unknown ones are ignored. */
  void end(String id, long epoch) {
    TestIdentity test = direct ? current() : null;
    while (test != null && !test.id().equals(id)) {
      test = test.outer;
    }
    if (test != null) {
      test.finish();
      direct = test.outer != null;
      set(test.outer, epoch);
    }
  }

  /**
   * Whether a task may give its test to this thread: not while the thread itself runs a test, since
   * a test may run tasks of others, as by completing a future.
   */
  boolean open() {
    return !direct;
  }

  /** Notes on behalf of which test the thread acts from now on. */
  void set(@Nullable TestIdentity test, long epoch) {
    Span before = newest;
    if (before != null && before.length >= 2 * LENGTH) {
      newest = shortened(test, epoch, before);
    } else {
      newest = next(test, epoch, before);
    }
  }

  private static Span next(@Nullable TestIdentity test, long epoch, @Nullable Span before) {
    return new Span(test, epoch, before, before == null ? 1 : before.length + 1);
  }

  /** Keeps the latest spans. They are immutable: a reader may be among them. */
  private static Span shortened(@Nullable TestIdentity test, long epoch, Span before) {
    Span[] kept = new Span[LENGTH];
    Span span = before;
    for (int i = LENGTH - 1; i >= 0 && span != null; i--) {
      kept[i] = span;
      span = span.before;
    }
    Span list = null;
    for (Span s : kept) {
      list = next(s.test, s.since, list);
    }
    return next(test, epoch, list);
  }
}
