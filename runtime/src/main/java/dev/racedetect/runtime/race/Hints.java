package dev.racedetect.runtime.race;

import org.jspecify.annotations.Nullable;

/**
 * One sentence that says what the shape of a race suggests. The patterns are tried in order; the
 * first that matches gives the hint.
 */
public final class Hints {

  private static final Pattern[] PATTERNS = {
    new UnsafePublication(),
    new SharedCollection(),
    new DifferentLocks(),
    new LockOnOneSide(),
    new NoLockWrites(),
    new NoLockElement(),
    new NoLock(),
  };

  private Hints() {}

  /**
   * The hint for a race.
   *
   * @param finding the race
   * @return a sentence without full stop, or null when no pattern matches
   */
  public static @Nullable String of(RaceFinding finding) {
    for (Pattern pattern : PATTERNS) {
      String hint = pattern.match(finding);
      if (hint != null) {
        return hint;
      }
    }
    return null;
  }

  private static boolean unlocked(AccessFacts access) {
    LockFacts[] locks = access.locks();
    return locks != null && locks.length == 0;
  }

  private static boolean locked(AccessFacts access) {
    LockFacts[] locks = access.locks();
    return locks != null && locks.length > 0;
  }

  private static boolean shareLock(AccessFacts one, AccessFacts other) {
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

  private static boolean inConstructor(AccessFacts access, String className) {
    StackTraceElement[] stack = Frames.trim(access.stack());
    return stack.length > 0
        && stack[0].getMethodName().equals("<init>")
        && stack[0].getClassName().equals(className);
  }

  private interface Pattern {
    @Nullable String match(RaceFinding finding);
  }

  private static final class UnsafePublication implements Pattern {
    @Override
    public @Nullable String match(RaceFinding finding) {
      Location location = finding.location();
      boolean published =
          location.kind().equals(Location.FIELD)
              && inConstructor(finding.previous(), location.className());
      return published
          ? "the object reached the other thread without synchronization after its constructor wrote"
              + " the field; publish it through a final or volatile field, a lock or a concurrent"
              + " collection"
          : null;
    }
  }

  private static final class SharedCollection implements Pattern {
    @Override
    public @Nullable String match(RaceFinding finding) {
      return finding.location().kind().equals(Location.COLLECTION)
          ? "this collection is not thread-safe; guard every access with one lock or use a class of"
              + " java.util.concurrent"
          : null;
    }
  }

  private static final class DifferentLocks implements Pattern {
    @Override
    public @Nullable String match(RaceFinding finding) {
      return locked(finding.current())
              && locked(finding.previous())
              && !shareLock(finding.current(), finding.previous())
          ? "the two accesses hold different locks; a lock orders only threads that use the same one"
          : null;
    }
  }

  private static final class LockOnOneSide implements Pattern {
    @Override
    public @Nullable String match(RaceFinding finding) {
      return locked(finding.current()) && unlocked(finding.previous())
              || unlocked(finding.current()) && locked(finding.previous())
          ? "only one of the two accesses holds a lock; the other needs the same lock"
          : null;
    }
  }

  private static final class NoLockWrites implements Pattern {
    @Override
    public @Nullable String match(RaceFinding finding) {
      return unlocked(finding.current())
              && unlocked(finding.previous())
              && !finding.current().isRead()
              && !finding.previous().isRead()
          ? "no lock is held on either side and both write; volatile alone does not make"
              + " read-modify-write atomic, use a lock or an atomic class"
          : null;
    }
  }

  private static final class NoLockElement implements Pattern {
    @Override
    public @Nullable String match(RaceFinding finding) {
      return finding.location().kind().equals(Location.ARRAY)
              && unlocked(finding.current())
              && unlocked(finding.previous())
          ? "no lock is held on either side; a volatile array field orders the reference, not the"
              + " elements, use an Atomic...Array or a lock"
          : null;
    }
  }

  private static final class NoLock implements Pattern {
    @Override
    public @Nullable String match(RaceFinding finding) {
      return unlocked(finding.current()) && unlocked(finding.previous())
          ? "no lock is held on either side; use a lock, a volatile field or an atomic class"
          : null;
    }
  }
}
