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
    return f.resolve(base) && AccessRule.read(new WordVariable(f, base), thread, context, site);
  }

  /**
   * A write of a field, as {@link #read}.
   *
   * @return whether it races with an earlier access
   */
  public static boolean write(Object base, int field, ThreadState thread, long context, int site) {
    ShadowField f = ShadowFields.get(field);
    return f.resolve(base) && AccessRule.write(new WordVariable(f, base), thread, context, site);
  }

  /** Whether a read set has the thread's present epoch. */
  public static boolean hasRead(Object readers, ThreadState thread) {
    return ((ReadSet) readers).contains(thread.epoch);
  }
}
