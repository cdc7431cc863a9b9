package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.sync.IndexedClocks;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Accesses of the JDK's atomic classes that neither release nor acquire by themselves, but do
 * together with fences (catalogue B2), on the clocks of {@link SyncHooks}. Called by woven JDK
 * methods; a null key is ignored.
 */
public final class OpaqueHooks {
  private OpaqueHooks() {}

  /** After an opaque read, or the reading half of a release form. */
  public static void read(@Nullable Object key) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        FenceHooks.afterRead(SyncHooks.STATES.find(key), thread);
      }
    }
  }

  /** Before an opaque write, or the writing half of an acquire form. */
  public static void write(@Nullable Object key) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      Snapshot released = thread == null ? null : FenceHooks.released(thread);
      if (released != null) {
        SyncHooks.STATES.of(key).join(released);
      }
    }
  }

  /** {@link #read} of one numbered part of an object. */
  public static void readPart(@Nullable Object key, int part) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      IndexedClocks clocks = thread == null ? null : SyncHooks.PARTS.find(key);
      if (thread != null && clocks != null) {
        FenceHooks.afterRead(clocks.find(part), thread);
      }
    }
  }

  /** {@link #write} of one numbered part of an object. */
  public static void writePart(@Nullable Object key, int part) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      Snapshot released = thread == null ? null : FenceHooks.released(thread);
      if (released != null) {
        SyncHooks.PARTS.of(key).of(part).join(released);
      }
    }
  }
}
