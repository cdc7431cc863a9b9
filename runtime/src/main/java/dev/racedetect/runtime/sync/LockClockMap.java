package dev.racedetect.runtime.sync;

import java.util.concurrent.locks.AbstractOwnableSynchronizer;

/** The clocks of locks. */
public final class LockClockMap extends WeakIdentityMap<LockClocks> {
  /** Makes an empty map. */
  public LockClockMap() {}

  /**
   * Whether a lock says, to those who look, which thread holds it alone: the JDK's do that derive
   * from {@code AbstractOwnableSynchronizer}. One of an application may say anything.
   */
  public static boolean tellsOwner(Object key) {
    return key instanceof AbstractOwnableSynchronizer && key.getClass().getClassLoader() == null;
  }

  @Override
  protected LockClocks create(Object key) {
    return new LockClocks(tellsOwner(key));
  }
}
