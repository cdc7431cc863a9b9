package dev.racedetect.agent.select;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which classes carry shadow state. All but the JDK's, the detector's own, and those that were
 * loaded before the detector: nothing can be added to these any more.
 */
public final class ClassSelection {
  private static final String[] OWN = {
    "dev/racedetect/agent/",
    "dev/racedetect/runtime/",
    "dev/racedetect/cli/",
    "dev/racedetect/report/",
    "dev/racedetect/junit/",
    "dev/racedetect/shaded/"
  };

  private final JdkClasses jdk;
  private final Set<String> loadedBefore;

  /**
   * Makes the selection.
   *
   * @param loadedBefore internal names of the classes that were loaded before the agent
   */
  public ClassSelection(JdkClasses jdk, Set<String> loadedBefore) {
    this.jdk = jdk;
    this.loadedBefore = loadedBefore;
  }

  /**
   * Whether a class of that internal name, if it is loaded from now on, gets shadow state. Its
   * loader does not matter: the boot loader may have application classes too ({@code
   * -Xbootclasspath/a}, agents).
   */
  public boolean instrumented(String internalName) {
    return !own(internalName)
        && !jdk.contains(internalName)
        && !loadedBefore.contains(internalName);
  }

  /** Whether it is a class of the detector itself, other than the probe's. */
  public static boolean own(String internalName) {
    if (internalName.startsWith("dev/racedetect/agent/probe/")) {
      return false;
    }
    for (String prefix : OWN) {
      if (internalName.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
