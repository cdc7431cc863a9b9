package dev.racedetect.integration.harness;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The JDKs found on this machine.
 *
 * <p>Searched in this order, the first of a feature release wins: the system property {@code
 * racedetect.jdks} and the environment variable {@code RACEDETECT_JDKS} (lists of installation
 * folders, separated as paths are), the running JDK, its neighbours, and the folders into which
 * package managers of the platform install.
 */
public final class Jdks {

  private static final int OLDEST = 17;

  private static final List<Jdk> ALL = discover();

  private Jdks() {}

  /**
   * Returns one JDK for each feature release from 17 on that is installed here.
   *
   * @return the JDKs, oldest first; never empty, since the running one is among them
   */
  public static List<Jdk> all() {
    return ALL;
  }

  /**
   * Returns the newest JDK found.
   *
   * @return the last of {@link #all()}
   */
  public static Jdk newest() {
    return ALL.get(ALL.size() - 1);
  }

  private static List<Jdk> discover() {
    TreeMap<Integer, Jdk> byFeature = new TreeMap<>();
    for (Path candidate : candidates()) {
      describe(candidate).ifPresent(jdk -> byFeature.putIfAbsent(jdk.feature(), jdk));
    }
    return List.copyOf(byFeature.values());
  }

  private static List<Path> candidates() {
    List<Path> homes = new ArrayList<>();
    addListed(homes, System.getProperty("racedetect.jdks"));
    addListed(homes, System.getenv("RACEDETECT_JDKS"));
    Path running = Path.of(System.getProperty("java.home"));
    homes.add(running);
    try {
      addChildren(homes, running.toRealPath().getParent());
    } catch (IOException e) {
      throw new IllegalStateException("the running JDK has no folder: " + running, e);
    }
    Path user = Path.of(System.getProperty("user.home"));
    addChildren(homes, Path.of("/usr/lib/jvm"));
    addChildren(homes, Path.of("/usr/java"));
    addChildren(homes, Path.of("/opt/java"));
    addChildren(homes, Path.of("/Library/Java/JavaVirtualMachines"));
    addChildren(homes, Path.of("C:\\Program Files\\Java"));
    addChildren(homes, Path.of("C:\\Program Files\\Eclipse Adoptium"));
    addChildren(homes, user.resolve(".sdkman/candidates/java"));
    addChildren(homes, user.resolve(".jdks"));
    return homes;
  }

  private static void addListed(List<Path> homes, String list) {
    if (list == null) {
      return;
    }
    for (String home : list.split(File.pathSeparator, -1)) {
      if (!home.isBlank()) {
        homes.add(Path.of(home.strip()));
      }
    }
  }

  private static void addChildren(List<Path> homes, Path folder) {
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> children = Files.list(folder)) {
      children.sorted().forEach(homes::add);
    } catch (IOException e) {
      // A folder that may not be listed holds no JDK that may be run.
    }
  }

  /** A JDK is recognised by its {@code release} file and its compiler. */
  private static Optional<Jdk> describe(Path candidate) {
    for (Path home : List.of(candidate, candidate.resolve("Contents/Home"))) {
      Path release = home.resolve("release");
      if (!Files.isRegularFile(release)) {
        continue;
      }
      try (Reader reader = Files.newBufferedReader(release)) {
        Properties facts = new Properties();
        facts.load(reader);
        String version = facts.getProperty("JAVA_VERSION", "\"0\"").replace("\"", "");
        Jdk jdk = new Jdk(Runtime.Version.parse(version).feature(), home.toRealPath());
        if (jdk.feature() >= OLDEST && Files.isExecutable(jdk.javac())) {
          return Optional.of(jdk);
        }
      } catch (IOException | IllegalArgumentException e) {
        // Not readable or not a version: no JDK that could be used.
      }
    }
    return Optional.empty();
  }
}
