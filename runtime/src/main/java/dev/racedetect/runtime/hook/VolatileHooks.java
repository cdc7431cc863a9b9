package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.ShadowField;
import dev.racedetect.runtime.shadow.ShadowFields;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;

/** Called around accesses to volatile fields of instrumented classes (JLS 17.4.4). */
public final class VolatileHooks {
  private VolatileHooks() {}

  /** After a volatile read. */
  public static void afterRead(Object base, int field, ThreadState thread) {
    if (base != null && !Periods.paused(thread)) {
      SyncClock clock = ShadowFields.get(field).syncClock(base);
      if (clock != null) {
        clock.acquireSettled(thread);
      }
    }
  }

  /** Before a volatile write. */
  public static void beforeWrite(Object base, int field, ThreadState thread) {
    if (base != null && !Periods.paused(thread)) {
      ShadowField f = ShadowFields.get(field);
      SyncClock clock = f.syncClockForRelease(base);
      if (clock != null) {
        clock.release(thread);
      }
    }
  }
}
