package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.shadow.FrozenObjects;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;

/**
 * Final-field semantics (JLS 17.5): the freeze at the end of a constructor, and reads through it.
 */
public final class FreezeHooks {
  private FreezeHooks() {}

  /**
   * At the end of a constructor of a class with final reference fields.
   *
   * @return the stamp for the object: all that the thread wrote so far is frozen
   */
  public static long beforeConstructorEnd(ThreadState thread) {
    if (Periods.paused(thread)) {
      return 0;
    }
    long stamp = thread.publishedEpoch();
    thread.released();
    return stamp;
  }

  /**
   * After a reference was loaded from a final field of an object that another thread constructed.
   *
   * @param owner the object that has the field
   * @param stamp the owner's stamp, 0 if its constructor has not ended
   */
  public static void afterRead(Object loaded, Object owner, long stamp, ThreadState thread) {
    if (Periods.paused(thread) || loaded == null) {
      return;
    }
    if (Epoch.clock(stamp) != 0 && !thread.covers(stamp)) {
      FrozenObjects.reached(thread, loaded, stamp);
    }
    if (thread.frozenReach != null) {
      FrozenObjects.through(thread, owner, loaded);
    }
  }
}
