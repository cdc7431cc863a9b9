package dev.racedetect.runtime.escape;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides over failures that nobody has looked at: when the exception was collected, which proves
 * that nobody can any more, or at the end of the JVM. One daemon thread does it, which exists only
 * while there are such failures.
 */
final class Judge implements Runnable {
  static final ReferenceQueue<Throwable> QUEUE = new ReferenceQueue<>();

  /** More are not remembered; the first ones tell the story. */
  private static final int MOST = 1 << 16;

  private static final long MILLISECOND = 1_000_000;
  private static final int ROUND_MILLIS = 50;

  /** Rounds without anything to judge after which the thread ends. */
  private static final int IDLE_ROUNDS = 40;

  /**
   * How long a fork/join task must have failed before it can be judged: its siblings' failure may
   * still be on its way to the one who waits for all of them.
   */
  private static final long SIBLINGS_NANOS = 2000 * MILLISECOND;

  /** Time that other threads get at the end of the JVM to look at a failure of just now. */
  private static final long GRACE_NANOS = 200 * MILLISECOND;

  private static final Object LOCK = new Object();

  /** The list of all, oldest first. Guarded by LOCK, as are the following. */
  private static @Nullable Pending first;

  private static @Nullable Pending last;
  private static int size;

  /** Guarded by LOCK. How many threads are between an outcome and the note of it. */
  private static int noting;

  /** How many are judged after some time. */
  private static int impatient;

  /** How many are in the list although they were collected. */
  private static int unripe;

  /** How often the list was gone through. */
  private static long rounds;

  private static boolean running;

  /** Whether somebody asked a failed fork/join task. Only ever becomes true. */
  private static volatile boolean forkAsked;

  private Judge() {}

  static void forkAsked() {
    forkAsked = true;
  }

  /** How many threads report one that is not in the list any more. Guarded by LOCK. */
  private static int judging;

  static void add(Pending pending) {
    synchronized (LOCK) {
      if (size >= MOST) {
        return;
      }
      Pending end = last;
      pending.listed = true;
      pending.before = end;
      if (end == null) {
        first = pending;
      } else {
        end.after = pending;
      }
      last = pending;
      size++;
      impatient += pending.patience > 0 ? 1 : 0;
      if (!running) {
        running = start();
      }
    }
  }

  /** Somebody has looked. */
  static void dismiss(Pending pending) {
    synchronized (LOCK) {
      remove(pending);
    }
    pending.clear();
  }

  /** Must be called with LOCK held; whether it was in the list. */
  private static boolean remove(Pending pending) {
    if (!pending.listed) {
      return false;
    }
    pending.listed = false;
    Pending left = pending.before;
    Pending right = pending.after;
    if (left == null) {
      first = right;
    } else {
      left.after = right;
    }
    if (right == null) {
      last = left;
    } else {
      right.before = left;
    }
    pending.before = null;
    pending.after = null;
    size--;
    impatient -= pending.patience > 0 ? 1 : 0;
    unripe -= pending.collected ? 1 : 0;
    return true;
  }

  private static boolean start() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    for (ThreadGroup up = root; up != null; up = up.getParent()) {
      root = up;
    }
    try {
      Thread thread = new Thread(root, new Judge(), "racedetect escapes", 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(null);
      thread.start();
      return true;
    } catch (Throwable e) {
      return false;
    }
  }

  @Override
  public void run() {
    EscapeWatch.mute();
    int idle = 0;
    while (idle < IDLE_ROUNDS || !ended()) {
      try {
        Reference<? extends Throwable> dead = QUEUE.remove(ROUND_MILLIS);
        while (dead != null) {
          if (dead instanceof Pending pending) {
            collected(pending);
          }
          dead = QUEUE.poll();
        }
        judgeAll(due(false));
        idle = isEmpty() ? idle + 1 : 0;
      } catch (InterruptedException e) {
        // Nobody has a reason to end this thread.
      } catch (Throwable e) {
        idle++;
      }
    }
  }

  /** Whether this thread may end: whoever adds the next failure starts the next thread. */
  private static boolean ended() {
    synchronized (LOCK) {
      running = size > 0;
      return !running;
    }
  }

  /**
   * Takes what must not wait any longer out of the list; linked by {@code after}.
   *
   * @param atEnd whether the JVM ends
   */
  private static @Nullable Pending due(boolean atEnd) {
    synchronized (LOCK) {
      if (impatient == 0 && unripe == 0) {
        return null;
      }
      long now = System.nanoTime();
      rounds++;
      for (Pending p = unripe > 0 ? first : null; p != null; p = p.after) {
        Group group = p.failure.group();
        if (group != null && !p.collected) {
          group.round = rounds;
        }
      }
      Pending due = null;
      Pending next;
      for (Pending p = first; p != null; p = next) {
        next = p.after;
        if (p.collected ? isRipe(p, now, atEnd) : p.patience > 0 && now - p.since >= p.patience) {
          remove(p);
          judging++;
          p.after = due;
          due = p;
        }
      }
      return due;
    }
  }

  /**
   * Whether a collected failure can be judged. Guarded by LOCK, and only within a round: of a group
   * no exception must be reachable. Of one that is not closed another member may still fail, or
   * stand for all without being an escape itself: those are judged at the end of the JVM.
   */
  private static boolean isRipe(Pending p, long now, boolean atEnd) {
    Group group = p.failure.group();
    return (group == null || (atEnd || group.closed) && group.round != rounds)
        && (atEnd || p.how != How.FORKJOIN_UNOBSERVED || now - p.since >= SIBLINGS_NANOS);
  }

  private static void collected(Pending pending) {
    synchronized (LOCK) {
      pending.collected = true;
      unripe += pending.listed ? 1 : 0;
    }
  }

  private static void judgeAll(@Nullable Pending due) {
    Pending next;
    for (Pending p = due; p != null; p = next) {
      next = p.after;
      p.after = null;
      judgeTaken(p, p.collected || p.how == How.PERIODIC_CANCELLED);
    }
  }

  static void judge(Pending pending, boolean certain) {
    synchronized (LOCK) {
      if (!remove(pending)) {
        return;
      }
      judging++;
    }
    judgeTaken(pending, certain);
  }

  /** Judges what was taken out of the list and is counted as being judged. */
  private static void judgeTaken(Pending pending, boolean certain) {
    try {
      judgeRemoved(pending, certain);
    } finally {
      synchronized (LOCK) {
        judging--;
      }
    }
  }

  private static void judgeRemoved(Pending pending, boolean certain) {
    if (pending.failure.isObserved()
        || pending.how == How.FORKJOIN_UNOBSERVED && forkAsked && !pending.alone
        || Siblings.excuse(pending)) {
      return;
    }
    Fault fault = pending.copy.fault();
    if (pending.isOwn(fault)) {
      EscapeWatch.report(pending.finding(certain, fault));
    }
  }

  /**
   * More or fewer threads are between an outcome and the note of it.
   *
   * @param more 1 or -1
   */
  static void noting(int more) {
    synchronized (LOCK) {
      noting += more;
    }
  }

  private static boolean isNoting() {
    synchronized (LOCK) {
      return noting > 0;
    }
  }

  /**
   * Judges all that is left, at the end of the JVM. Where another thread is still in the program's
   * own code it may be about to look: then only what was collected is judged.
   */
  static void atExit() throws InterruptedException {
    long end = System.nanoTime() + GRACE_NANOS;
    while ((isNoting() || isYoung()) && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    if (!isEmpty()) {
      judgeRest();
    }
    // Another thread may be about to report what it has taken out of the list.
    long patience = System.nanoTime() + 10 * GRACE_NANOS;
    while (isJudging() && System.nanoTime() < patience) {
      Thread.sleep(1);
    }
  }

  private static boolean isJudging() {
    synchronized (LOCK) {
      return judging > 0;
    }
  }

  private static void judgeRest() throws InterruptedException {
    if (someoneMayLook()) {
      collect();
      judgeAll(due(true));
      return;
    }
    while (true) {
      Pending next;
      boolean certain;
      synchronized (LOCK) {
        next = first;
        certain = next != null && next.collected;
      }
      if (next == null) {
        return;
      }
      judge(next, certain);
    }
  }

  /** Judges what can be judged now, as at the end of a test. */
  static void collect() throws InterruptedException {
    System.gc();
    long end = System.nanoTime() + GRACE_NANOS;
    while (!isEmpty() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
  }

  private static boolean isEmpty() {
    synchronized (LOCK) {
      return size == 0;
    }
  }

  private static boolean isYoung() {
    synchronized (LOCK) {
      Pending p = last;
      return p != null && System.nanoTime() - p.since < GRACE_NANOS;
    }
  }

  private static boolean someoneMayLook() {
    Thread current = Thread.currentThread();
    Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
    for (Map.Entry<Thread, StackTraceElement[]> entry : stacks.entrySet()) {
      if (entry.getKey() != current && OwnCode.appearsIn(entry.getValue())) {
        return true;
      }
    }
    return VirtualThreads.anyInOwnCode();
  }
}
