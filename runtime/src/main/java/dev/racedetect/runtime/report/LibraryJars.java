package dev.racedetect.runtime.report;

import org.jspecify.annotations.Nullable;

/**
 * Tells which jars are libraries. A jar is one only if everything speaks for it: its name carries a
 * released version ({@code netty-buffer-4.2.20.Final.jar}), it does not lie where this project's
 * builds put their jars, and it is not what is being run or a part of it. Whatever is in doubt is
 * the program's own.
 */
final class LibraryJars {

  /** The jar of {@code java -jar}, or that of the main class; empty for none. */
  private final String mainJar;

  /** Version in the name of the main jar; empty for none. */
  private final String mainVersion;

  /** The working folder with a slash at its end; empty when it is unknown. */
  private final String workingFolder;

  /**
   * Creates the rule.
   *
   * @param mainJar path of the jar that holds the main class; empty for none
   * @param workingFolder path of the working folder; empty when it is unknown
   */
  LibraryJars(String mainJar, String workingFolder) {
    this.mainJar = mainJar;
    String version = version(fileName(mainJar));
    this.mainVersion = version == null ? "" : version;
    this.workingFolder =
        workingFolder.isEmpty() || workingFolder.endsWith("/")
            ? workingFolder
            : workingFolder + "/";
  }

  /**
   * A library.
   *
   * @param name name of the jar without version
   * @param version its version
   */
  record Library(String name, String version) {
    @Override
    public String toString() {
      return name + " " + version;
    }
  }

  /** The library of classes from some places; null if one of these is not surely a library. */
  @Nullable Library of(String[] locations) {
    Library library = null;
    for (String location : locations) {
      library = of(location);
      if (library == null) {
        return null;
      }
    }
    return library;
  }

  private @Nullable Library of(String location) {
    String path = withoutNesting(location);
    String file = fileName(path);
    String version = version(file);
    if (version == null || path.equals(mainJar) || isBuiltHere(path)) {
      return null;
    }
    // A product's jars lie beside each other and carry one version.
    if (version.equals(mainVersion) && folder(path).equals(folder(mainJar))) {
      return null;
    }
    int end = file.length() - version.length() - ".jar".length() - 1;
    return new Library(file.substring(0, end), version);
  }

  /** {@code jar:file:/app.jar!/BOOT-INF/lib/x-1.0.jar!/} is the jar inside. */
  private static String withoutNesting(String location) {
    return location.endsWith("!/") ? location.substring(0, location.length() - 2) : location;
  }

  /** Whether a jar lies in the working folder itself or below it where builds put their jars. */
  private boolean isBuiltHere(String path) {
    if (workingFolder.isEmpty() || !path.startsWith(workingFolder) || path.indexOf('!') >= 0) {
      return false;
    }
    String below = "/" + path.substring(workingFolder.length());
    return below.lastIndexOf('/') == 0
        || below.contains("/target/")
        || below.contains("/build/")
        || below.contains("/out/")
        || below.contains("/bin/")
        || below.contains("/dist/");
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /**
   * The version in the name of a jar: what follows a hyphen and begins with a digit. Null when
   * there is none, or one that is still being worked on.
   */
  private static @Nullable String version(String file) {
    if (!file.endsWith(".jar")) {
      return null;
    }
    String name = file.substring(0, file.length() - ".jar".length());
    for (int at = name.indexOf('-'); at > 0; at = name.indexOf('-', at + 1)) {
      if (at + 1 < name.length() && Character.isDigit(name.charAt(at + 1))) {
        String version = name.substring(at + 1);
        return version.contains("SNAPSHOT") || version.contains("dev") ? null : version;
      }
    }
    return null;
  }
}
