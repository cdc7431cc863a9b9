package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.thread.OffsetLookup;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A class, and where its objects carry the injected reference to their sync state. Classes of the
 * JDK, those of lambdas and arrays have none: their objects are found in a weak table.
 */
final class SyncClass extends WeakReference<Class<?>> {

  /** Length of a thread's cache. */
  private static final int CACHED = 16;

  private static final class Classes extends WeakIdentityMap<SyncClass> {
    @Override
    protected SyncClass create(Object key) {
      return new SyncClass((Class<?>) key);
    }
  }

  private static final Classes CLASSES = new Classes();

  private final long offset;

  private SyncClass(Class<?> type) {
    super(type);
    offset = find(type);
  }

  /** The class nearest to the root that has the reference decides, for all its subclasses. */
  private static long find(Class<?> type) {
    if (type.isArray()) {
      return 0; // a question for a field of an array would end the JVM
    }
    long found = 0;
    for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
      long own = declared(c);
      found = own == 0 ? found : own;
    }
    return found;
  }

  private static long declared(Class<?> type) {
    return Math.max(0, OffsetLookup.of(type, ObjectSync.FIELD));
  }

  /**
   * Where objects of a class carry their sync state.
   *
   * @return 0 if they do not
   */
  static long offset(ThreadState thread, Class<?> type) {
    @Nullable Object[] cache = thread.syncClasses;
    if (cache != null) {
      SyncClass known = (SyncClass) cache[System.identityHashCode(type) & CACHED - 1];
      if (known != null && known.refersTo(type)) {
        return known.offset;
      }
    }
    return miss(thread, type);
  }

  private static long miss(ThreadState thread, Class<?> type) {
    SyncClass known = CLASSES.of(type);
    @Nullable Object[] cache = thread.syncClasses;
    if (cache == null) {
      cache = new Object[CACHED];
      thread.syncClasses = cache;
    }
    cache[System.identityHashCode(type) & CACHED - 1] = known;
    return known.offset;
  }
}
