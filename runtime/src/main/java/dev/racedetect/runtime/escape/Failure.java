package dev.racedetect.runtime.escape;

import org.jspecify.annotations.Nullable;

/** What is known of one exception. Must not refer to it: it is the value of a weak table. */
final class Failure {
  /** Whether somebody has looked at the exception. Only ever becomes true. */
  private volatile boolean observed;

  /** The stages among which it is one failure of several; null if it is on its own. */
  private volatile @Nullable Group group;

  /** Waits for its judgement; null if the exception is no outcome of a future. Guarded by this. */
  private @Nullable Pending pending;

  boolean isObserved() {
    Group g = group;
    return observed || g != null && g.isObserved();
  }

  boolean isInGroup() {
    return group != null;
  }

  /** Notes that somebody has looked. */
  void observe() {
    observed = true;
    Group g = group;
    if (g != null) {
      g.observe();
    }
    Pending p = pending();
    if (p != null) {
      Judge.dismiss(p);
    }
  }

  void join(Group other) {
    Group g = group;
    if (g == null) {
      group = other;
    } else {
      Group.join(g, other);
    }
    if (observed) {
      other.observe();
    }
  }

  synchronized @Nullable Pending pending() {
    return pending;
  }

  /** Takes the first judgement that is asked for; false if there was one. */
  synchronized boolean await(Pending first) {
    if (pending != null) {
      return false;
    }
    pending = first;
    return true;
  }
}
