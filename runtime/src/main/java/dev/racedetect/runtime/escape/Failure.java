package dev.racedetect.runtime.escape;

import org.jspecify.annotations.Nullable;

/** What is known of one exception. Must not refer to it: it is the value of a weak table. */
final class Failure {
  /** In place of a thread's id: nobody has looked. */
  private static final long NOBODY = 0;

  /** In place of a thread's id: somebody has looked for good. */
  static final long ANYBODY = -1;

  /**
   * Who has looked at the exception: the id of the only thread that it was thrown to, which may
   * still let it pass, or one of the above. Written with this locked.
   */
  private volatile long observer = NOBODY;

  /** The thread that has let it pass and has not said yet what it became. Guarded by this. */
  private long passedBy = NOBODY;

  /** The stages among which it is one failure of several; null if it is on its own. */
  private volatile @Nullable Group group;

  /** Waits for its judgement; null if the exception is no outcome of a future. Guarded by this. */
  private @Nullable Pending pending;

  boolean isObserved() {
    Group g = group;
    return observer != NOBODY || g != null && g.isObserved();
  }

  /** The group, or the one that it was joined to; null if there is none. */
  @Nullable Group group() {
    Group g = group;
    return g == null ? null : g.last();
  }

  /** Notes that somebody has looked. */
  void observe() {
    observe(ANYBODY);
  }

  /**
   * Notes that the exception was thrown to a thread that asked for it.
   *
   * @param thread its id
   */
  void observe(long thread) {
    synchronized (this) {
      observer = observer == NOBODY || observer == thread ? thread : ANYBODY;
    }
    Group g = group;
    if (g != null) {
      g.observe();
    }
    Pending p = pending();
    if (p != null) {
      if (thread != ANYBODY) {
        Siblings.asked(p, thread);
      }
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
    if (observer != NOBODY) {
      other.observe();
    }
  }

  /**
   * When a task that a thread runs throws the exception: if it was thrown to that thread and nobody
   * else has looked, then the thread has let it pass, and it is to be looked at anew.
   */
  synchronized void pass(long thread) {
    if (observer == thread) {
      observer = NOBODY;
      pending = null;
      passedBy = thread;
    }
  }

  /** The only thread that it was thrown to; not positive if nobody or anybody has looked. */
  long observer() {
    return observer;
  }

  synchronized @Nullable Pending pending() {
    return pending;
  }

  /** Whether a judgement that the thread asks for would be taken. */
  synchronized boolean wants(long thread) {
    return pending == null || passedBy == thread;
  }

  /**
   * Takes the first judgement that is asked for, or that of the thread which has let the exception
   * pass: another one may have been on its way already.
   *
   * @return what was taken before; null if nothing; the judgement itself if it is not taken
   */
  synchronized @Nullable Pending await(Pending next, long thread) {
    if (!wants(thread)) {
      return next;
    }
    Pending before = pending;
    pending = next;
    if (passedBy == thread) {
      passedBy = NOBODY;
    }
    return before;
  }
}
