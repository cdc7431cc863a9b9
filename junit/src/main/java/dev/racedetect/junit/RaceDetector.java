package dev.racedetect.junit;

/** Lets tests ask whether the detector watches them, as those that measure time have to. */
public final class RaceDetector {

  /**
   * Tag of tests that JUnit Platform leaves out when the detector runs: {@code @Tag("race.skip")}.
   * They run as usual without it.
   */
  public static final String SKIP_TAG = "race.skip";

  /** The engine is in the boot loader, where nobody else can put it. */
  private static final String ENGINE = "dev.racedetect.runtime.hook.TestHooks";

  private static final boolean ENABLED = find();

  private RaceDetector() {}

  /** Whether the detector runs in this JVM: accesses cost a multiple of what they cost without. */
  public static boolean enabled() {
    return ENABLED;
  }

  private static boolean find() {
    try {
      Class.forName(ENGINE, false, null);
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }
}
