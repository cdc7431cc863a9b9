package dev.racedetect.runtime.hook;

import org.jspecify.annotations.Nullable;

/**
 * Called first by {@code loadClass} of the application's own class loaders. Instrumented classes
 * refer to the engine, which the boot loader has; a loader that looks elsewhere for all but {@code
 * java.*} would not find it, and its classes could not be watched.
 */
public final class LoaderHooks {
  private static final String ENGINE = "dev.racedetect.runtime.";

  private LoaderHooks() {}

  /** Whether a loader is asked for a class of the engine. */
  public static boolean isEngine(@Nullable String name) {
    return name != null && name.startsWith(ENGINE);
  }

  /** The class of the engine that a loader is asked for. */
  public static Class<?> engine(String name) throws ClassNotFoundException {
    return Class.forName(name, false, null);
  }
}
