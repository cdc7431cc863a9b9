package dev.racedetect.agent.launch;

import java.io.File;
import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The manifest of the jar that the launcher was given, as far as it concerns the detector. {@code
 * racedetect build} writes these attributes.
 *
 * @param mainClass null if there is none
 * @param options the agent's options that are built in, {@code key=value,key=value}; null for none
 * @param agentClass the program's own agent for the launcher, which the detector's has replaced in
 *     the manifest; null for none
 */
public record LaunchedJar(
    @Nullable String mainClass, @Nullable String options, @Nullable String agentClass) {

  /** Attribute: the version of the detector inside. Only race-enabled jars have it. */
  public static final String VERSION = "RaceDetect-Version";

  /** Attribute: see {@link #options}. */
  public static final String OPTIONS = "RaceDetect-Options";

  /** Attribute: see {@link #agentClass}. */
  public static final String AGENT_CLASS = "RaceDetect-Launcher-Agent-Class";

  /** The main class of the detector's own command line. */
  public static final String COMMAND_LINE = "dev.racedetect.cli.Main";

  /**
   * Reads the manifest.
   *
   * @param file the jar; null if it is not known
   * @throws IOException if it cannot be read
   */
  public static LaunchedJar read(@Nullable File file) throws IOException {
    if (file == null || !file.isFile()) {
      return new LaunchedJar(null, null, null);
    }
    try (JarFile jar = new JarFile(file, false)) {
      Manifest manifest = jar.getManifest();
      Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
      return new LaunchedJar(
          main.getValue(Attributes.Name.MAIN_CLASS),
          main.getValue(OPTIONS),
          main.getValue(AGENT_CLASS));
    }
  }

  /** Whether the jar starts the detector's own command line, which is not to be watched. */
  public boolean isCommandLine() {
    return COMMAND_LINE.equals(mainClass);
  }
}
