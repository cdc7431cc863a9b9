package dev.racedetect.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * An installed JDK.
 *
 * @param home its folder
 */
record Jdk(Path home) {

  /** The one that runs this program. */
  static Jdk current() {
    return new Jdk(Path.of(System.getProperty("java.home")));
  }

  /**
   * The one in a folder.
   *
   * @throws UserError when there is none
   */
  static Jdk at(Path home) {
    Jdk jdk = new Jdk(home);
    if (!Files.isExecutable(jdk.java())) {
      throw new UserError("no JDK at " + home + ": " + jdk.java() + " is missing");
    }
    return jdk;
  }

  /** Its launcher. */
  Path java() {
    return tool("java");
  }

  /** Its compiler, which may be missing. */
  Path javac() {
    return tool("javac");
  }

  /**
   * Its feature release, {@code 17}.
   *
   * @throws UserError when it does not tell
   */
  String feature() {
    Properties release = new Properties();
    try (Reader file = Files.newBufferedReader(home.resolve("release"))) {
      release.load(file);
      return Integer.toString(
          Runtime.Version.parse(release.getProperty("JAVA_VERSION", "").replace("\"", ""))
              .feature());
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError("cannot tell the version of the JDK at " + home + " (" + e + ")");
    }
  }

  private Path tool(String name) {
    Path bin = home.resolve("bin");
    Path exe = bin.resolve(name + ".exe");
    return Files.isExecutable(exe) ? exe : bin.resolve(name);
  }
}
