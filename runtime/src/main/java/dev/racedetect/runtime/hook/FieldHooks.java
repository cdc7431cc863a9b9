package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.shadow.ClonedObjects;
import dev.racedetect.runtime.shadow.FieldShadows;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.invoke.VarHandle;
import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;
import org.jspecify.annotations.Nullable;

/** Called by the injected accessors of plain fields when the emitted fast path did not suffice. */
public final class FieldHooks {
  private FieldHooks() {}

  /**
   * Before a read of a plain field.
   *
   * @param base the object, or the class object for a static field
   * @param field id of the field
   * @param context the calling context of the method
   * @param site id of the access site
   */
  @DontInline
  public static void beforeRead(
      Object base, int field, ThreadState thread, long context, int site) {
    if (Periods.paused(thread)) {
      return;
    }
    try {
      FieldShadows.read(base, field, thread, context, site);
    } catch (Throwable e) {
      HookFailures.note(thread, e);
    }
  }

  /** Before a write of a plain field; parameters as for {@link #beforeRead}. */
  @DontInline
  public static void beforeWrite(
      Object base, int field, ThreadState thread, long context, int site) {
    if (Periods.paused(thread)) {
      return;
    }
    try {
      FieldShadows.write(base, field, thread, context, site);
    } catch (Throwable e) {
      HookFailures.note(thread, e);
    }
  }

  /**
   * Before a write of a plain field of an object that nobody else knows yet: the write word that
   * emitted code stores. Not used where there are {@linkplain Periods sampling periods}.
   *
   * @param context the calling context of the method
   * @param site id of the access site
   */
  @ForceInline
  public static long freshWord(ThreadState thread, long context, int site) {
    return freshWord(thread, freshContext(thread, context, site));
  }

  /**
   * The same for several writes in one method.
   *
   * @param index of {@link #freshContext} in the same method
   */
  @ForceInline
  public static long freshWord(ThreadState thread, int index) {
    thread.dirty = true;
    return thread.epoch | index;
  }

  /**
   * The index of a calling context for {@link #freshWord(ThreadState, int)}.
   *
   * @param site that the writes have in common
   */
  @ForceInline
  public static int freshContext(ThreadState thread, long context, int site) {
    int index = ContextDepot.cached(thread, context, site);
    return index >= 0 ? index : newContext(thread, context, site);
  }

  @DontInline
  private static int newContext(ThreadState thread, long context, int site) {
    try {
      return ContextDepot.index(thread, context, site);
    } catch (Throwable e) {
      HookFailures.note(thread, e);
      return 0;
    }
  }

  /**
   * After fresh words were stored, before anything can publish the object: who gets the object sees
   * the words.
   */
  @ForceInline
  public static void afterFreshWords() {
    VarHandle.storeStoreFence();
  }

  /**
   * Whether the thread has read a read-shared field in its present epoch already.
   *
   * @param readers the field's read set, null if it is not read-shared
   */
  public static boolean hasRead(@Nullable Object readers, ThreadState thread) {
    return readers != null && !Periods.paused(thread) && FieldShadows.hasRead(readers, thread);
  }

  /**
   * After {@code super.clone()}; parameters as for {@link #beforeRead}.
   *
   * @param copy what it returned
   * @param site id of the access site, 0 where accesses are not checked
   */
  public static void afterClone(
      Object original, @Nullable Object copy, ThreadState thread, long context, int site) {
    if (copy != null && copy != original && copy.getClass() == original.getClass()) {
      try {
        ClonedObjects.cloned(original, copy, thread, context, site);
      } catch (Throwable e) {
        HookFailures.note(thread, e);
      }
    }
  }
}
