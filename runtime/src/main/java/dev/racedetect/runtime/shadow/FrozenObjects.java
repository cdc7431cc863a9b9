package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.ThreadState;
import dev.racedetect.runtime.thread.ThreadTable;
import org.jspecify.annotations.Nullable;

/**
 * What a thread may read through final fields although it reached the object by a race (JLS 17.5):
 * writes that the constructing thread made before the freeze, to anything reachable through a final
 * field. The freeze orders just those reads; it is never joined into the thread's clock.
 *
 * <p>Approximation: once a thread has reached an object through a final field, all its later
 * accesses to that object are excused for writes before that freeze, also those that do not go
 * through the final field. A write by a third thread, which the constructing thread may have learnt
 * of before the freeze, is excused if that thread knows of it now, or has ended: what it knew at
 * the freeze is not kept. Where the final field leads into a container of the JDK or a lambda,
 * whose inside is not followed, all writes before that freeze are excused for that thread. This can
 * miss a race. Each thread remembers a bounded number of such objects; accesses to one that it has
 * forgotten are reported, although their values are guaranteed.
 */
public final class FrozenObjects {
  private static final int REMEMBERED = 1 << 10;

  /** Neighbouring places that an object may have, so that two with like hashes are both known. */
  private static final int WAYS = 8;

  private static final int SLOTS = 64;

  /** How many elements of arrays are searched for one object, at most. */
  private static final int SEARCHED = 1 << 12;

  /** Objects by identity hash, and the freeze under which they were reached. */
  private final @Nullable Object[] objects = new Object[REMEMBERED];

  private final long[] freezes = new long[REMEMBERED];

  /** The latest freeze under which a container of the JDK's was reached, by slot. */
  private final long[] bySlot = new long[SLOTS];

  /** Which of several places is given up next. */
  private int next;

  private FrozenObjects() {}

  /**
   * Notes a reference that was loaded from a final field.
   *
   * @param freeze epoch of the constructing thread at the freeze, as stamped on the object
   */
  public static void reached(ThreadState thread, Object loaded, long freeze) {
    FrozenObjects frozen = (FrozenObjects) thread.frozenReach;
    if (frozen == null) {
      frozen = new FrozenObjects();
      thread.frozenReach = frozen;
    }
    frozen.remember(loaded, freeze);
    if (opaque(loaded)) {
      int slot = Epoch.slot(freeze) & SLOTS - 1;
      if (freeze > frozen.bySlot[slot]) {
        frozen.bySlot[slot] = freeze;
      }
    }
  }

  /**
   * The later of two freezes by one thread counts: what leads to the object, such as an entry of an
   * immutable map, may have been frozen after the object itself.
   */
  private void remember(Object reached, long freeze) {
    int first = place(reached);
    int at = first + (next++ & WAYS - 1);
    for (int i = first; i < first + WAYS; i++) {
      if (objects[i] == reached && Epoch.slot(freezes[i]) == Epoch.slot(freeze)) {
        if (Epoch.clock(freezes[i]) < Epoch.clock(freeze)) {
          freezes[i] = freeze;
        }
        return;
      }
      if (objects[i] == null) {
        at = i;
      }
    }
    objects[at] = reached;
    freezes[at] = freeze;
  }

  private static int place(Object o) {
    return System.identityHashCode(o) & REMEMBERED - WAYS;
  }

  /**
   * Whether what the object refers to cannot be followed: it is a container of the JDK's, or has
   * captured variables as a lambda, which is of a hidden class.
   */
  private static boolean opaque(Object o) {
    Class<?> c = o.getClass();
    return c.isHidden()
        || c.getClassLoader() == null && !c.isArray() && !(o instanceof CharSequence);
  }

  /** Whether an earlier write to the object was frozen before the thread could reach it. */
  static boolean excuses(ThreadState thread, Object owner, long previous) {
    FrozenObjects frozen = (FrozenObjects) thread.frozenReach;
    if (frozen == null) {
      return false;
    }
    int first = place(owner);
    for (int i = first; i < first + WAYS; i++) {
      if (frozen.objects[i] == owner
          && (within(previous, frozen.freezes[i]) || mayBeBefore(previous, frozen.freezes[i]))) {
        return true;
      }
    }
    return within(previous, frozen.bySlot[Epoch.slot(previous) & SLOTS - 1])
        || frozen.holds(owner, previous);
  }

  /**
   * Whether an array that was reached holds the object: elements that no instruction stored, those
   * of arrays of arrays and of copies, are not followed when they are read.
   */
  private boolean holds(Object owner, long previous) {
    int left = SEARCHED;
    for (int i = 0; i < REMEMBERED && left > 0; i++) {
      if (objects[i] instanceof Object[] array
          && (within(previous, freezes[i]) || mayBeBefore(previous, freezes[i]))) {
        left = search(array, owner, left);
        if (left < 0) {
          remember(owner, freezes[i]);
          return true;
        }
      }
    }
    return false;
  }

  /** How many more elements may be searched; negative if the object was found. */
  private static int search(Object[] array, Object owner, int budget) {
    int left = budget;
    for (int i = 0; i < array.length && left > 0; i++) {
      left--;
      Object element = array[i];
      if (element == owner) {
        return -1;
      }
      if (element instanceof Object[] inner && element != array) {
        left = search(inner, owner, left);
      }
    }
    return left;
  }

  /** Whether a write by another thread may happen before the freeze. */
  private static boolean mayBeBefore(long previous, long freeze) {
    return Epoch.slot(freeze) != Epoch.slot(previous) && ThreadTable.mayKnow(freeze, previous);
  }

  private static boolean within(long previous, long freeze) {
    return Epoch.slot(freeze) == Epoch.slot(previous)
        && Epoch.clock(previous) <= Epoch.clock(freeze);
  }

  /** An excused read of a reference: what it refers to is reached through the same freeze. */
  static void follow(ThreadState thread, Variable at) {
    FrozenObjects frozen = (FrozenObjects) thread.frozenReach;
    if (frozen == null) {
      return;
    }
    @Nullable Object next = null;
    if (at.field == null) {
      if (at.owner instanceof Object[] array) {
        next = array[at.index];
      }
    } else if (!at.field.isStatic()) {
      next = at.field.referenceIn(at.owner);
    }
    if (next != null) {
      frozen.reachedThrough(thread, at.owner, next);
    }
  }

  /**
   * Notes a reference that was loaded from a final field of an object that was itself reached
   * through final fields: what it refers to is reached through the same freezes.
   */
  public static void through(ThreadState thread, Object owner, Object loaded) {
    FrozenObjects frozen = (FrozenObjects) thread.frozenReach;
    // One that was reached has an identity hash code; others shall not get one here.
    if (frozen != null && !ObjectHeader.withoutHash(owner)) {
      frozen.reachedThrough(thread, owner, loaded);
    }
  }

  private void reachedThrough(ThreadState thread, Object owner, Object next) {
    int first = place(owner);
    for (int i = first; i < first + WAYS; i++) {
      if (objects[i] == owner) {
        reached(thread, next, freezes[i]);
      }
    }
  }
}
