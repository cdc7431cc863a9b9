package dev.racedetect.cli.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What of the detector's jar a race-enabled jar needs: the engine as one resource, the few classes
 * that bring it into the boot loader, and what they read. Not the command line, nor the classes
 * that are in the engine.
 */
final class DetectorParts {

  /** Where the notices of the detector go: the program may have files of these names. */
  private static final String NOTICES = "META-INF/racedetect/";

  /** Prefixes of names. */
  private static final List<String> PARTS =
      List.of(
          "dev/racedetect/agent/RaceDetectAgent.class",
          "dev/racedetect/agent/BootRuntime.class",
          "dev/racedetect/agent/launch/",
          "dev/racedetect/agent/resource/",
          "dev/racedetect/runtime/boot/",
          "dev/racedetect/agent/racedetect-engine.jar",
          "dev/racedetect/agent/contracts/",
          "dev/racedetect/agent/probe/");

  private static final List<String> LICENCES = List.of("META-INF/LICENSE", "META-INF/NOTICE");

  private DetectorParts() {}

  /**
   * The entries to be copied, by their name in the race-enabled jar; in the order of this table,
   * then by name.
   *
   * @throws BuildException when the detector's jar lacks any of them
   */
  static Map<String, ZipEntry> of(ZipFile detector) throws BuildException {
    List<String> names =
        detector.stream()
            .filter(entry -> !entry.isDirectory())
            .map(ZipEntry::getName)
            .sorted()
            .toList();
    Map<String, ZipEntry> parts = new LinkedHashMap<>();
    for (String part : PARTS) {
      List<String> found = names.stream().filter(name -> name.startsWith(part)).toList();
      if (found.isEmpty()) {
        throw new BuildException("incomplete racedetect.jar: no " + part);
      }
      found.forEach(name -> parts.put(name, detector.getEntry(name)));
    }
    for (String name : LICENCES) {
      ZipEntry entry = detector.getEntry(name);
      if (entry != null) {
        parts.put(NOTICES + name.substring("META-INF/".length()), entry);
      }
    }
    return parts;
  }
}
