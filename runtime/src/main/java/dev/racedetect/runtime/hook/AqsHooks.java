package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.thread.Periods;
import org.jspecify.annotations.Nullable;

/**
 * The state word of a synchroniser that an application derives from {@code
 * AbstractQueuedSynchronizer} (catalogue C4). Those of the JDK are modelled at their public
 * methods: their state words would order what nobody promised. Called by woven JDK methods; null is
 * ignored.
 */
public final class AqsHooks {
  /** Binary names of outermost JDK classes without a contract. Replaced, never changed. */
  private static volatile String[] followed = new String[0];

  private AqsHooks() {}

  /** From now on the state words of a JDK class, and of those nested in it, count. */
  public static synchronized void follow(String outermost) {
    String[] before = followed;
    String[] all = new String[before.length + 1];
    System.arraycopy(before, 0, all, 0, before.length);
    all[before.length] = outermost;
    followed = all;
  }

  /** After the state was read. */
  public static void acquire(@Nullable Object sync) {
    if (Periods.on() && ofApplication(sync)) {
      SyncHooks.acquire(sync);
    }
  }

  /** Before the state is written. */
  public static void release(@Nullable Object sync) {
    if (Periods.on() && ofApplication(sync)) {
      SyncHooks.release(sync);
    }
  }

  /** Before the state is compared and set; {@link SyncHooks#settle} must follow. */
  public static @Nullable Object attempt(@Nullable Object sync) {
    if (!Periods.on()) {
      return MuteHooks.nothing();
    }
    return ofApplication(sync) ? SyncHooks.attempt(sync) : null;
  }

  private static boolean ofApplication(@Nullable Object sync) {
    if (sync == null) {
      return false;
    }
    return sync.getClass().getClassLoader() != null
        || followed.length > 0 && isFollowed(sync.getClass().getName());
  }

  private static boolean isFollowed(String name) {
    for (String outermost : followed) {
      int length = outermost.length();
      if (name.startsWith(outermost) && (name.length() == length || name.charAt(length) == '$')) {
        return true;
      }
    }
    return false;
  }
}
