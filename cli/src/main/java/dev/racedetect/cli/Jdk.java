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

  /**
   * The one of a launcher.
   *
   * @param java its path, or a name that is looked up elsewhere: then nothing is known of the JDK
   */
  static Jdk of(Path java) {
    try {
      Path bin = java.toRealPath().getParent();
      return new Jdk(bin == null ? java : bin.resolveSibling(""));
    } catch (IOException e) {
      return new Jdk(java);
    }
  }

  /**
   * Checks that it can take agents, which images made by {@code jlink} need not.
   *
   * @throws UserError when it says that it has no module {@code java.instrument}
   */
  void requireAgents() {
    Properties release = new Properties();
    try (Reader file = Files.newBufferedReader(home.resolve("release"))) {
      release.load(file);
    } catch (IOException | IllegalArgumentException e) {
      return; // It does not tell: the JVM will.
    }
    String modules = release.getProperty("MODULES", "").replace('"', ' ');
    if (!modules.isBlank() && !(modules + " ").contains(" java.instrument ")) {
      throw new UserError(
          "the Java at "
              + home
              + " takes no agents; make the image with jlink --add-modules java.instrument");
    }
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
