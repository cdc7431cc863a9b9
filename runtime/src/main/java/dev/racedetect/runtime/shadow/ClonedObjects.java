package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.sync.ObjectSync;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;

/**
 * {@code Object.clone} copies all fields, the injected ones too. The copy has no history (a fresh
 * object is not written by its allocation); the copying itself reads every field of the original.
 */
public final class ClonedObjects {
  private ClonedObjects() {}

  /**
   * After an object was cloned, before the copy is known to anybody else.
   *
   * @param context the calling context of the method
   * @param site id of the access site, 0 where accesses are not checked
   */
  public static void cloned(
      Object original, Object copy, ThreadState thread, long context, int site) {
    if (Periods.paused(thread)) {
      forget(copy);
      return;
    }
    for (ShadowField field : FieldOffsets.of(copy.getClass()).instanceFields()) {
      if (field.isVolatile()) {
        SyncClock clock = field.syncClock(original);
        if (clock != null) {
          clock.acquire(thread);
        }
      } else if (site != 0 && field.resolve(original)) {
        AccessRule.read(new WordVariable(field, original), thread, context, site);
      }
      field.forget(copy);
    }
    ObjectSync.forget(thread, copy);
  }

  /** The copy must not share its state with the original, also where nothing is watched. */
  private static void forget(Object copy) {
    for (ShadowField field : FieldOffsets.of(copy.getClass()).instanceFields()) {
      field.forget(copy);
    }
    ObjectSync.forget(ThreadState.own(), copy);
  }
}
