package dev.racedetect.runtime.shadow;

import jdk.internal.misc.Unsafe;

/**
 * Tells by one load from an object's header that it cannot be in a table keyed by identity: the VM
 * gives an object its identity hash code when it is first asked for, and keeps it in the header.
 *
 * <p>The header is only read. Its layout differs between JDK releases, so it is found out by
 * watching one object get its hash code; if that shows nothing known, every object may be in a
 * table. So may one whose header is in use by a lock. An object that gets its hash code at this
 * very moment may be taken for one without: its user then misses what another thread is just
 * registering.
 */
final class ObjectHeader {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private static final long LOCK_BITS = 3;
  private static final long HASH_BITS = 0x7fffffff;

  private static final int SHIFT = shift();
  private static final long MASK = SHIFT < 0 ? 0 : HASH_BITS << SHIFT | LOCK_BITS;
  private static final long UNLOCKED = 1;

  private ObjectHeader() {}

  private static int shift() {
    Object probe = new Object();
    long before = UNSAFE.getLong(probe, 0L);
    int hash = System.identityHashCode(probe);
    long after = UNSAFE.getLong(probe, 0L);
    if ((before & LOCK_BITS) == UNLOCKED && hash != 0) {
      for (int s = 2; s <= 33; s++) {
        if ((before & HASH_BITS << s) == 0 && (before ^ after) == (long) hash << s) {
          return s;
        }
      }
    }
    return -1;
  }

  /** Whether the object has surely no identity hash code yet. */
  static boolean withoutHash(Object o) {
    return (UNSAFE.getLong(o, 0L) & MASK) == UNLOCKED;
  }
}
