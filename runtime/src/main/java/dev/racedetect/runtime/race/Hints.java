package dev.racedetect.runtime.race;

import org.jspecify.annotations.Nullable;

/**
 * Recognises the shape of a race. The patterns are tried in order; the first that matches gives the
 * hint. A hint is advice: it never decides whether there is a race.
 */
public final class Hints {

  private static final Pattern[] PATTERNS = {
    new Pattern(Hint.UNSAFE_PUBLICATION, new UnsafePublication()),
    new Pattern(Hint.SHARED_COLLECTION, new SharedCollection()),
    new Pattern(Hint.READ_LOCK_WRITE, new ReadLockWrite()),
    new Pattern(Hint.BOXED_LOCK, new BoxedLock()),
    new Pattern(Hint.REASSIGNED_LOCK, new ReassignedLock()),
    new Pattern(Hint.DIFFERENT_LOCKS, new DifferentLocks()),
    new Pattern(Hint.LOCK_ON_ONE_SIDE, new LockOnOneSide()),
    new Pattern(Hint.SUBMITTED_THEN_MUTATED, new SubmittedThenMutated()),
    new Pattern(Hint.RACY_SINGLE_CHECK, new RacySingleCheck()),
    new Pattern(Hint.LAZY_INITIALISATION, new LazyInitialisation()),
    new Pattern(Hint.RELEASED_TOO_EARLY, new ReleasedTooEarly()),
    new Pattern(Hint.NOT_WAITED, new NotWaited()),
    new Pattern(Hint.CAPTURED_HOLDER, new CapturedHolder()),
    new Pattern(Hint.UNLOCKED_UPDATE, new UnlockedUpdate()),
    new Pattern(Hint.ARRAY_ELEMENT, new ArrayElement()),
    new Pattern(Hint.NO_LOCK, new NoLock()),
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
      if (pattern.shape.matches(finding)) {
        return pattern.hint.sentence() + particulars(pattern.hint, finding);
      }
    }
    return null;
  }

  /** Which locks it is about, where that helps. */
  private static String particulars(Hint hint, RaceFinding finding) {
    if (hint != Hint.DIFFERENT_LOCKS && hint != Hint.BOXED_LOCK && hint != Hint.REASSIGNED_LOCK) {
      return "";
    }
    return " ("
        + innermost(finding.current()).object()
        + " against "
        + innermost(finding.previous()).object()
        + ")";
  }

  /** The lock taken last. Only for accesses that hold one. */
  private static LockFacts innermost(AccessFacts access) {
    LockFacts[] locks = access.locks();
    if (locks == null) {
      throw new IllegalStateException("no lock is known");
    }
    return locks[0];
  }

  private record Pattern(Hint hint, Shape shape) {}

  /** A shape that a race may have. */
  private interface Shape {
    boolean matches(RaceFinding finding);
  }

  /** {@code int[] total = {0}; pool.submit(() -> total[0]++)}, and Kotlin's captured variables. */
  private static final class CapturedHolder implements Shape {
    @Override
    public boolean matches(RaceFinding finding) {
      Location location = finding.location();
      if (location.className().startsWith("kotlin.jvm.internal.Ref$")) {
        return true;
      }
      String type = location.declaration();
      return location.kind().equals(Location.ARRAY)
          && type != null
          && type.contains("[1]")
          && (Sides.inLambda(finding.current()) || Sides.inLambda(finding.previous()));
    }
  }

  private static final class UnsafePublication implements Shape {
    @Override
    public boolean matches(RaceFinding finding) {
      Location location = finding.location();
      return location.kind().equals(Location.FIELD)
          && Sides.inConstructor(finding.previous(), location.className());
    }
  }

  private static final class SharedCollection implements Shape {
    @Override
    public boolean matches(RaceFinding finding) {
      return finding.location().kind().equals(Location.COLLECTION);
    }
  }

  private static final class ReadLockWrite implements Shape {
    @Override
    public boolean matches(RaceFinding finding) {
      return Sides.shareLock(finding.current(), finding.previous())
          && (writesUnderReadLock(finding.current()) || writesUnderReadLock(finding.previous()));
    }

    private static boolean writesUnderReadLock(AccessFacts access) {
      return !access.isRead()
          && Sides.locked(access)
          && innermost(access).object().startsWith("ReentrantReadWriteLock$ReadLock@");
    }
  }

  private static final class BoxedLock implements Shape {
    private static final String[] VALUES = {
      "Integer@",
      "Long@",
      "Boolean@",
      "String@",
      "Short@",
      "Byte@",
      "Character@",
      "Double@",
      "Float@"
    };

    @Override
    public boolean matches(RaceFinding finding) {
      return Sides.differentLocks(finding)
          && isValue(innermost(finding.current()))
          && isValue(innermost(finding.previous()));
    }

    private static boolean isValue(LockFacts lock) {
      for (String value : VALUES) {
        if (lock.object().startsWith(value)) {
          return true;
        }
      }
      return false;
    }
  }

  private static final class ReassignedLock implements Shape {
    @Override
    public boolean matches(RaceFinding finding) {
      if (!Sides.differentLocks(finding)) {
        return false;
      }
      StackTraceElement[] one = innermost(finding.current()).at();
      StackTraceElement[] other = innermost(finding.previous()).at();
      if (one == null || other == null) {
        return false;
      }
      StackTraceElement here = Sides.firstOutsideJdk(one);
      return here != null
          && here.getLineNumber() > 0
          && here.equals(Sides.firstOutsideJdk(other))
          // Different locks of a table may be taken by one statement on purpose.
          && !finding.location().kind().equals(Location.ARRAY);
    }
  }

  private static final class DifferentLocks implements Shape {
    @Override
    public boolean matches(RaceFinding finding) {
      return Sides.differentLocks(finding);
    }
  }

  private static final class LockOnOneSide implements Shape {
    @Override
    public boolean matches(RaceFinding finding) {
      return Sides.locked(finding.current()) && Sides.unlocked(finding.previous())
          || Sides.unlocked(finding.current()) && Sides.locked(finding.previous());
    }
  }

  /** {@code latch.countDown(); result = x;} against {@code latch.await(); use(result);}. */
  private static final class ReleasedTooEarly implements Shape {
    @Override
    public boolean matches(RaceFinding finding) {
      return finding.afterRelease() && Sides.noLocks(finding);
    }
  }

  /** Who has created a thread, or submitted a task, writes what it has handed to it. */
  private static final class SubmittedThenMutated implements Shape {
    @Override
    public boolean matches(RaceFinding finding) {
      return Sides.noLocks(finding)
          && (isBy(finding, finding.current(), finding.previous())
              || isBy(finding, finding.previous(), finding.current()));
    }

    private static boolean isBy(RaceFinding finding, AccessFacts creators, AccessFacts childs) {
      return !creators.isRead()
          && (Sides.followsCreation(creators, childs)
              || finding.afterRelease() && Sides.followsSubmission(creators, childs));
    }
  }

  /** Who has created a thread, or submitted a task, reads what that one writes. */
  private static final class NotWaited implements Shape {
    @Override
    public boolean matches(RaceFinding finding) {
      return Sides.noLocks(finding)
          && (isBy(finding.current(), finding.previous())
              || isBy(finding.previous(), finding.current()));
    }

    private static boolean isBy(AccessFacts creators, AccessFacts childs) {
      return creators.isRead()
          && !childs.isRead()
          && (Sides.followsCreation(creators, childs) || Sides.followsSubmission(creators, childs));
    }
  }

  /** As {@code String.hashCode()}: a method that asks for a value fills its cache in. */
  private static final class RacySingleCheck implements Shape {
    private static final String[] TYPES = {
      "int",
      "boolean",
      "short",
      "byte",
      "char",
      "float",
      "java.lang.String",
      "java.lang.Integer",
      "java.lang.Boolean",
      "java.lang.Long"
    };

    @Override
    public boolean matches(RaceFinding finding) {
      String declaration = finding.location().declaration();
      StackTraceElement method = Sides.commonMethod(finding);
      return declaration != null
          && method != null
          && Sides.noLocks(finding)
          && hasType(declaration)
          && (method.getMethodName().equals("hashCode")
              || method.getMethodName().equals("toString"));
    }

    private static boolean hasType(String declaration) {
      for (String type : TYPES) {
        if (declaration.contains(" " + type + " ") || declaration.startsWith(type + " ")) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * A field for an object, looked at and filled in by one and the same method, whose name says that
   * it is asked for it.
   */
  private static final class LazyInitialisation implements Shape {
    private static final String[] ASKING = {"get", "instance", "lazy", "singleton", "shared"};

    private static final String[] PRIMITIVES = {
      "boolean", "byte", "char", "short", "int", "long", "float", "double"
    };

    @Override
    public boolean matches(RaceFinding finding) {
      String declaration = finding.location().declaration();
      StackTraceElement method = Sides.commonMethod(finding);
      return declaration != null
          && method != null
          && !finding.location().name().isEmpty()
          && Sides.noLocks(finding)
          && asks(method.getMethodName(), finding.location().name())
          && !isPrimitive(declaration);
    }

    private static boolean asks(String method, String field) {
      for (String word : ASKING) {
        if (method.startsWith(word)) {
          return true;
        }
      }
      return method.equalsIgnoreCase(field);
    }

    private static boolean isPrimitive(String declaration) {
      for (String type : PRIMITIVES) {
        if (declaration.contains(" " + type + " ") || declaration.startsWith(type + " ")) {
          return true;
        }
      }
      return false;
    }
  }

  private static final class UnlockedUpdate implements Shape {
    @Override
    public boolean matches(RaceFinding finding) {
      return Sides.noLocks(finding) && !finding.current().isRead() && !finding.previous().isRead();
    }
  }

  private static final class ArrayElement implements Shape {
    @Override
    public boolean matches(RaceFinding finding) {
      return finding.location().kind().equals(Location.ARRAY) && Sides.noLocks(finding);
    }
  }

  private static final class NoLock implements Shape {
    @Override
    public boolean matches(RaceFinding finding) {
      return Sides.noLocks(finding);
    }
  }
}
