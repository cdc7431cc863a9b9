package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.thread.ThreadState;

/** The rule applied to fields of instrumented classes. */
public final class FieldShadows {
  private FieldShadows() {}

  /**
   * A read of a field.
   *
   * @param base the object, or the class object for a static field
   * @return whether it races with an earlier write
   */
  public static boolean read(Object base, int field, ThreadState thread, long context, int site) {
    ShadowField f = ShadowFields.get(field);
    if (!f.resolve(base) || thread.unheard()) {
      return false;
    }
    int outcome =
        AccessRule.commonRead(base, f.writeOffset(), f.readOffset(), thread, context, site);
    return outcome != AccessRule.DONE
        && AccessRule.finishRead(outcome, new WordVariable(f, base), thread, context, site);
  }

  /**
   * A write of a field, as {@link #read}.
   *
   * @return whether it races with an earlier access
   */
  public static boolean write(Object base, int field, ThreadState thread, long context, int site) {
    ShadowField f = ShadowFields.get(field);
    if (!f.resolve(base) || thread.unheard()) {
      return false;
    }
    int outcome =
        AccessRule.commonWrite(base, f.writeOffset(), f.readOffset(), thread, context, site);
    return outcome != AccessRule.DONE
        && AccessRule.finishWrite(outcome, new WordVariable(f, base), thread, context, site);
  }

  /** Whether a read set has the thread's present epoch. */
  public static boolean hasRead(Object readers, ThreadState thread) {
    return ((ReadSet) readers).contains(thread.epoch);
  }
}
