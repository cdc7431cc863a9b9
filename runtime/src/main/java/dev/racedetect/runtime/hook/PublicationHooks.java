package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.CollectionShadows;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.nio.Buffer;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import org.jspecify.annotations.Nullable;

/**
 * Called by instrumented code where an object of the JDK that may be data is stored, captured,
 * handed over or received: from then on its uses count.
 */
public final class PublicationHooks {
  private PublicationHooks() {}

  /** An object whose static type is that of data. */
  public static void published(@Nullable Object o, ThreadState thread) {
    if (o != null && !Periods.paused(thread)) {
      try {
        CollectionShadows.publish(o, thread);
      } catch (Throwable e) {
        HookFailures.note(thread, e);
      }
    }
  }

  /** An object that a lambda or method reference captures. */
  public static void captured(@Nullable Object o) {
    if (o != null) {
      published(o, ThreadState.current());
    }
  }

  /** An object of any type. */
  public static void handed(@Nullable Object o, ThreadState thread) {
    if (o instanceof AbstractCollection
        || o instanceof AbstractMap
        || o instanceof StringBuilder
        || o instanceof Buffer) {
      published(o, thread);
    }
  }

  /** Two objects of any type. */
  public static void handed(@Nullable Object one, @Nullable Object other, ThreadState thread) {
    handed(one, thread);
    handed(other, thread);
  }
}
