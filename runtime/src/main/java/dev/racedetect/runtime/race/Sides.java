package dev.racedetect.runtime.race;

import org.jspecify.annotations.Nullable;

/** What the patterns of hints ask about the two sides of a race. */
final class Sides {

  private Sides() {}

  static boolean unlocked(AccessFacts access) {
    LockFacts[] locks = access.locks();
    return locks != null && locks.length == 0;
  }

  static boolean locked(AccessFacts access) {
    LockFacts[] locks = access.locks();
    return locks != null && locks.length > 0;
  }

  /** Whether both are known to hold no lock. */
  static boolean noLocks(RaceFinding finding) {
    return unlocked(finding.current()) && unlocked(finding.previous());
  }

  static boolean differentLocks(RaceFinding finding) {
    return locked(finding.current())
        && locked(finding.previous())
        && !shareLock(finding.current(), finding.previous());
  }

  static boolean shareLock(AccessFacts one, AccessFacts other) {
    LockFacts[] ours = one.locks();
    LockFacts[] theirs = other.locks();
    if (ours == null || theirs == null) {
      return false;
    }
    for (LockFacts mine : ours) {
      for (LockFacts yours : theirs) {
        if (mine.object().equals(yours.object())) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean inConstructor(AccessFacts access, String className) {
    StackTraceElement[] stack = Frames.trim(access.stack());
    return stack.length > 0
        && stack[0].getMethodName().equals("<init>")
        && stack[0].getClassName().equals(className);
  }

  /** Whether the access is made by the body of a lambda. */
  static boolean inLambda(AccessFacts access) {
    StackTraceElement[] stack = Frames.trim(access.stack());
    return stack.length > 0 && stack[0].getMethodName().contains("lambda$");
  }

  /** The method in which both accesses are, if one reads and the other writes; null if in two. */
  static @Nullable StackTraceElement commonMethod(RaceFinding finding) {
    StackTraceElement[] one = Frames.trim(finding.current().stack());
    StackTraceElement[] other = Frames.trim(finding.previous().stack());
    boolean common =
        one.length > 0
            && other.length > 0
            && finding.current().isRead() != finding.previous().isRead()
            && one[0].getClassName().equals(other[0].getClassName())
            && one[0].getMethodName().equals(other[0].getMethodName())
            && !one[0].getMethodName().contains("lambda$");
    return common ? one[0] : null;
  }

  /**
   * Whether one thread has created the other and accesses the variable in the same method further
   * down.
   *
   * @param creators the access of the thread that may have created the other's
   */
  static boolean followsCreation(AccessFacts creators, AccessFacts childs) {
    String creator = childs.thread().createdBy();
    return creator != null
        && creator.equals("t" + creators.thread().id())
        && follows(creators, firstOutsideJdk(childs.thread().createdAt()));
  }

  /**
   * Whether a thread accesses the variable in the method that has submitted the task of the other
   * one, further down. That it is the thread that has submitted it is likely, not known.
   *
   * @param submitters the access of the thread that may have submitted the other's task
   */
  static boolean followsSubmission(AccessFacts submitters, AccessFacts tasks) {
    return follows(submitters, firstOutsideJdk(tasks.thread().submittedAt()));
  }

  /** Whether an access is made in the method of a frame, or below it, further down. */
  private static boolean follows(AccessFacts access, @Nullable StackTraceElement earlier) {
    if (earlier == null) {
      return false;
    }
    for (StackTraceElement frame : Frames.trim(access.stack())) {
      if (frame.getClassName().equals(earlier.getClassName())
          && frame.getMethodName().equals(earlier.getMethodName())) {
        return frame.getLineNumber() > earlier.getLineNumber();
      }
    }
    return false;
  }

  /** The innermost frame that is not the JDK's; null for none. */
  static @Nullable StackTraceElement firstOutsideJdk(StackTraceElement[] stack) {
    for (StackTraceElement frame : Frames.trim(stack)) {
      if (!StableNames.isJdk(frame.getClassName())) {
        return frame;
      }
    }
    return null;
  }
}
