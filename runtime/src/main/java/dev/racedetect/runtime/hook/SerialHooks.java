package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.SerialFields;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.io.ObjectStreamClass;
import org.jspecify.annotations.Nullable;

/**
 * Default serialization reads the fields of the application's objects (Java Object Serialization
 * Specification, 2.1). Called by woven JDK methods.
 */
public final class SerialHooks {
  private SerialHooks() {}

  /**
   * Before the primitive fields that a class declares are read.
   *
   * @param description of the class
   * @param object null is ignored: the read itself throws
   */
  public static void readingPrimitives(@Nullable Object description, @Nullable Object object) {
    reading(description, object, true);
  }

  /** The same for its other fields. */
  public static void readingReferences(@Nullable Object description, @Nullable Object object) {
    reading(description, object, false);
  }

  private static void reading(
      @Nullable Object description, @Nullable Object object, boolean primitive) {
    if (object == null || !(description instanceof ObjectStreamClass serial)) {
      return;
    }
    Class<?> type = serial.forClass();
    if (type == null || type.getClassLoader() == null) {
      return;
    }
    ThreadState thread = ThreadState.current();
    if (!thread.muted() && !Periods.paused(thread)) {
      try {
        SerialFields.of(serial, type).read(object, primitive, thread);
      } catch (Throwable e) {
        HookFailures.note(thread, e);
      }
    }
  }

  /** Before all elements of an array are read. */
  public static void readingElements(@Nullable Object array) {
    ThreadState thread = ThreadState.current();
    if (array != null && !thread.muted()) {
      ArrayHooks.beforeReadRange(array, 0, Integer.MAX_VALUE, thread, thread.context, 0);
    }
  }
}
