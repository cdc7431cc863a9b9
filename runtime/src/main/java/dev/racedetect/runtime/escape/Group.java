package dev.racedetect.runtime.escape;

import org.jspecify.annotations.Nullable;

/**
 * Stages of which one failure stands for all, as the inputs of {@code allOf}: who looks at one of
 * their exceptions could not have looked at another. A stage that only takes part in a race, as the
 * inputs of {@code anyOf}, is in {@link #RACING}, of which nobody has to look at anything.
 */
final class Group {
  static final Group RACING = new Group(false);

  static {
    RACING.observed = true;
  }

  /** Whether no more failures come that are to be looked at, as when {@code invokeAll} is over. */
  final boolean closed;

  /** Never reset. Racy on purpose: only written with true. */
  private volatile boolean observed;

  /**
   * The last round of the judge that found a member whose exception is reachable. Guarded by Judge.
   */
  long round;

  /** The group that this one was joined to; null if none. Never forms a cycle. */
  private volatile @Nullable Group joined;

  Group(boolean closed) {
    this.closed = closed;
  }

  /** The group that stands for this one. */
  Group last() {
    Group g = this;
    for (Group next = g.joined; next != null; next = g.joined) {
      g = next;
    }
    return g;
  }

  boolean isObserved() {
    return observed || last().observed;
  }

  void observe() {
    last().observed = true;
  }

  /** Makes two groups one. */
  static synchronized void join(Group one, Group other) {
    Group a = one.last();
    Group b = other.last();
    if (a == b) {
      return;
    }
    boolean either = a.observed || b.observed;
    if (a == RACING) {
      b.joined = a;
    } else {
      a.joined = b;
      b.observed |= either;
    }
  }
}
