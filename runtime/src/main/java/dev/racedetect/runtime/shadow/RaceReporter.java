package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.race.AccessFacts;
import dev.racedetect.runtime.race.Frames;
import dev.racedetect.runtime.race.Location;
import dev.racedetect.runtime.race.LockFacts;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.RaceFindings;
import dev.racedetect.runtime.race.TestFacts;
import dev.racedetect.runtime.race.ThreadFacts;
import dev.racedetect.runtime.thread.HeldLock;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadInfo;
import dev.racedetect.runtime.thread.ThreadState;
import dev.racedetect.runtime.thread.ThreadTable;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Turns two unordered accesses into a finding. Rarely called, so it may be slow. */
final class RaceReporter {
  private static final int SEEN = 1 << 14;

  /** Keys of pairs that were reported already; a lossy filter in front of the real one. */
  private static final long[] seen = new long[SEEN];

  private RaceReporter() {}

  /**
   * Reports a race between the thread's access that is about to happen and an earlier one.
   *
   * @param previous the shadow word of the earlier access
   * @return whether it is a race, reported now or before; false if a freeze or the collector orders
   *     the two
   */
  static boolean race(
      Variable at, ThreadState thread, String op, int site, long previous, String previousOp) {
    return race(at, thread, op, site, previous, previousOp, null);
  }

  /**
   * The same for an access that was made earlier.
   *
   * @param stack where it was made; null for here
   */
  static boolean race(
      Variable at,
      ThreadState thread,
      String op,
      int site,
      long previous,
      String previousOp,
      StackTraceElement @Nullable [] stack) {
    if (FrozenObjects.excuses(thread, at.owner, previous)) {
      FrozenObjects.follow(thread, at);
      return false;
    }
    if (thread.reaping != null && (at.field == null || !at.field.isStatic())) {
      return false;
    }
    if (Periods.SAMPLED && (Epoch.context(previous) == 0 || !PeriodReports.allowed())) {
      return true;
    }
    long here = at.collection == null && site != 0 ? site : thread.context ^ thread.context >>> 32;
    long key = (here << 32 | Epoch.context(previous)) * 31 + op.length() * 7L + 1;
    key = (key * 31 + previousOp.length()) * 31 + (at.field == null ? 0 : at.field.hashCode());
    int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 50);
    if (seen[slot] == key) {
      return true;
    }
    seen[slot] = key;
    int level = thread.mute;
    long outer = thread.goInside();
    try {
      StackTraceElement[] now = stack != null ? stack : new Throwable().getStackTrace();
      AccessFacts current =
          new AccessFacts(
              op, facts(thread.info(), Epoch.clock(thread.epoch)), now, locks(thread.held()));
      AccessFacts earlier = earlier(at, previous, previousOp);
      boolean tooLate = AfterRelease.isWrite(thread, op, previous, previousOp);
      RaceFinding race =
          new RaceFinding(location(at), current, earlier, tests(thread, previous), tooLate);
      boolean inJdk = at.field != null && CollectionRaces.inJdk(race);
      if (at.field == null || inJdk) {
        boolean value = at.collection != null && at.collection.isValue();
        race = CollectionRaces.seenByUser(race, value);
      }
      if (at.field != null && !inJdk
          || CollectionRaces.counts(race, inJdk || at.collection != null)) {
        RaceFindings.report(race);
      }
    } catch (StackOverflowError | OutOfMemoryError noRoomForAReport) {
      seen[slot] = 0;
    } finally {
      thread.comeOut(level, outer);
    }
    return true;
  }

  private static @Nullable TestFacts tests(ThreadState thread, long previous) {
    ThreadInfo info = ThreadTable.owner(previous);
    return TestBlame.of(thread.info().test(), info == null ? null : info.testAt(previous));
  }

  private static AccessFacts earlier(Variable at, long word, String op) {
    ThreadInfo info = ThreadTable.owner(word);
    int context = Epoch.context(word);
    StackTraceElement[] stack =
        at.field == null
            ? ContextDepot.frames(context)
            : ContextDepot.frames(context, at.field.key());
    if (info == null) {
      ThreadFacts gone =
          new ThreadFacts(0, "finished long ago", false, true, null, new StackTraceElement[0]);
      return new AccessFacts(op, gone, stack, null);
    }
    int clock = Epoch.clock(word);
    return new AccessFacts(op, facts(info, clock), stack, locks(info.heldAt(clock)));
  }

  private static ThreadFacts facts(ThreadInfo info, int clock) {
    String createdBy = info.parentId() == 0 ? null : "t" + info.parentId();
    StackTraceElement[] createdAt = ContextDepot.frames(info.createdAt());
    return new ThreadFacts(
        info.id(),
        info.name(),
        info.virtual(),
        info.finished(),
        createdBy,
        createdAt,
        ContextDepot.frames(info.submittedAt(clock)));
  }

  private static LockFacts @Nullable [] locks(HeldLock @Nullable [] held) {
    // Those that were taken before the sampling period are not known.
    if (held == null || Periods.SAMPLED && held.length == 0) {
      return null;
    }
    LockFacts[] locks = new LockFacts[held.length];
    for (int i = 0; i < held.length; i++) {
      int place = held[i].context();
      StackTraceElement[] at =
          place == 0 ? null : Frames.fromCall(Frames.trim(ContextDepot.frames(place)));
      locks[i] = new LockFacts(held[i].description(), at);
    }
    return locks;
  }

  private static Location location(Variable at) {
    if (at.collection != null) {
      Object reported = at.collection.reported();
      Object object = reported == null ? at.owner : reported;
      String type = CollectionRaces.mapOf(object.getClass().getName());
      String name = object == at.collection.owner.get() ? named(object) : null;
      return new Location(Location.COLLECTION, type, "", at.index, name);
    }
    if (at.field == null && !at.owner.getClass().isArray()) {
      String type = at.owner.getClass().getName();
      return new Location(Location.COLLECTION, type, "", at.index, named(at.owner));
    }
    if (at.field == null) {
      String type = at.owner.getClass().getTypeName();
      return new Location(
          Location.ARRAY,
          type,
          "",
          at.index,
          named(at.owner),
          sized(type, at.owner),
          PresentValue.ofElement(at.owner, at.index));
    }
    String kind = at.field.isStatic() ? Location.STATIC : Location.FIELD;
    String object = at.field.isStatic() ? null : named(at.owner);
    return new Location(
        kind,
        at.field.className(),
        at.field.name(),
        -1,
        object,
        at.field.declaration(),
        at.field.presentValue(at.owner));
  }

  /** The type of an array with its length, {@code int[3][]}. */
  private static String sized(String type, Object array) {
    int bracket = type.indexOf('[') + 1;
    return type.substring(0, bracket) + Array.getLength(array) + type.substring(bracket);
  }

  /** An object's class and identity, {@code Counter@1b2c3d}; none of its own methods is called. */
  static String named(Object o) {
    Class<?> type = o.getClass();
    String name = type.isArray() ? type.getTypeName() : type.getName();
    name = name.substring(name.lastIndexOf('.') + 1);
    return name + "@" + Integer.toHexString(System.identityHashCode(o));
  }
}
