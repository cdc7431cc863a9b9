package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.Place;
import dev.racedetect.runtime.sync.WeakIdentityMap;
import dev.racedetect.runtime.thread.OffsetLookup;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Finds the field that an updater updates, for {@link PlaceHooks}. */
public final class UpdaterHooks {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Offset of the field that an updater updates; negative if the implementation hides it. */
  private record Target(long offset) {}

  private static final class Targets extends WeakIdentityMap<Target> {
    @Override
    protected Target create(Object updater) {
      long link = OffsetLookup.of(updater.getClass(), "offset");
      return new Target(link == OffsetLookup.ABSENT ? -1 : UNSAFE.getLong(updater, link));
    }
  }

  private static final Targets TARGETS = new Targets();

  private UpdaterHooks() {}

  /**
   * The field of an access; null if the access will throw, or if the updater is the application's
   * own: then it does its accesses itself.
   */
  public static @Nullable Place place(@Nullable Object updater, @Nullable Object object) {
    if (updater == null || object == null || !ofTheJdk(updater)) {
      return null;
    }
    long offset = TARGETS.of(updater).offset();
    return offset < 0 ? Place.unknown(object, updater) : Place.of(object, offset, 0);
  }

  /** Whether it is one that {@code newUpdater} makes. */
  static boolean ofTheJdk(Object updater) {
    return (updater instanceof AtomicIntegerFieldUpdater<?>
            || updater instanceof AtomicLongFieldUpdater<?>
            || updater instanceof AtomicReferenceFieldUpdater<?, ?>)
        && updater.getClass().getClassLoader() == null;
  }
}
