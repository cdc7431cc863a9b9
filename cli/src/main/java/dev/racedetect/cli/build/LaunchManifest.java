package dev.racedetect.cli.build;

import dev.racedetect.agent.launch.LaunchedJar;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** The manifest of a race-enabled jar: the program's, with the detector as its launcher's agent. */
final class LaunchManifest {

  private static final String AGENT = "dev.racedetect.agent.RaceDetectAgent";
  private static final String LAUNCHER_AGENT = "Launcher-Agent-Class";
  private static final String BOOT_CLASS_PATH = "Boot-Class-Path";

  private final Manifest manifest;
  private final Attributes main;
  private final List<String> notes;

  /**
   * Begins with a program's manifest.
   *
   * @param program is changed
   * @param notes takes what the user is to be told
   */
  LaunchManifest(Manifest program, List<String> notes) {
    this.manifest = program;
    this.main = program.getMainAttributes();
    this.notes = notes;
  }

  /**
   * Puts the detector in.
   *
   * @param version of the detector
   * @param options built in, {@code key=value,key=value}; empty for none
   * @throws BuildException when a manifest cannot hold the options
   */
  void enable(String version, String options) throws BuildException {
    if (options.chars().anyMatch(Character::isISOControl)) {
      throw new BuildException("options that are built in cannot contain line breaks and the like");
    }
    String other = main.getValue(LAUNCHER_AGENT);
    if (other != null) {
      main.putValue(LaunchedJar.AGENT_CLASS, other);
      notes.add("the program's own launcher agent, " + other + ", is started after the detector");
    } else if (main.remove(new Attributes.Name(BOOT_CLASS_PATH)) != null) {
      // It says nothing for a program, but would for the agent of its launcher.
      notes.add(BOOT_CLASS_PATH + " left out: it would take effect on the program itself");
    }
    main.putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue(LAUNCHER_AGENT, AGENT);
    main.putValue("Can-Redefine-Classes", "true");
    main.putValue("Can-Retransform-Classes", "true");
    main.putValue(LaunchedJar.VERSION, version);
    if (!options.isEmpty()) {
      main.putValue(LaunchedJar.OPTIONS, options);
    }
    // The agent asks its package for the version; without this it would get the program's.
    Attributes ours = new Attributes();
    ours.put(Attributes.Name.IMPLEMENTATION_TITLE, "racedetect");
    ours.put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    manifest.getEntries().put("dev/racedetect/agent/", ours);
  }

  /** Lets {@code Class-Path} name the same files. */
  void relocate(ClassPathAttribute rule) {
    String value = main.getValue(Attributes.Name.CLASS_PATH);
    if (value == null) {
      return;
    }
    main.put(Attributes.Name.CLASS_PATH, rule.relocated(value));
    List<String> moved = rule.moved();
    if (!moved.isEmpty()) {
      String more = moved.size() == 1 ? "" : " and " + (moved.size() - 1) + " more";
      notes.add(
          "Class-Path leads back to the folder of the program's jar for "
              + moved.get(0)
              + more
              + "; write the jar into that folder to have it as it was");
    }
  }
}
