package dev.racedetect.integration.harness;

import java.nio.file.Path;

/**
 * A JDK installed on this machine.
 *
 * @param feature the feature release, for example 17
 * @param home the real path of its installation folder
 */
public record Jdk(int feature, Path home) {

  /** Returns the path of this JDK's launcher. */
  public Path java() {
    return tool("java");
  }

  /** Returns the path of this JDK's compiler. */
  public Path javac() {
    return tool("javac");
  }

  private Path tool(String name) {
    return home.resolve("bin").resolve(isWindows() ? name + ".exe" : name);
  }

  static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  /** Returns the short name that test names show, for example {@code jdk17}. */
  @Override
  public String toString() {
    return "jdk" + feature;
  }
}
