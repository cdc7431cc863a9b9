package dev.racedetect.cli.build;

import dev.racedetect.agent.launch.LaunchedJar;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jar of a program, of which is known that it can be race-enabled. */
final class ProgramJar implements Closeable {

  private static final String AGENT_CLASS = "dev/racedetect/agent/RaceDetectAgent.class";

  /** An index of the packages of this jar and of others, by names that change. */
  private static final String INDEX = "META-INF/INDEX.LIST";

  private final Path path;
  private final JarFile jar;
  private final Manifest manifest;

  private ProgramJar(Path path, JarFile jar, Manifest manifest) {
    this.path = path;
    this.jar = jar;
    this.manifest = manifest;
  }

  /**
   * Opens a jar.
   *
   * @throws BuildException when it can not be race-enabled, or is already
   * @throws IOException when it cannot be read
   */
  static ProgramJar open(Path path) throws BuildException, IOException {
    if (!Files.isRegularFile(path)) {
      throw new BuildException(
          path + (Files.isDirectory(path) ? " is a folder, not a jar" : ": no such file"));
    }
    JarFile jar = new JarFile(path.toFile(), false);
    try {
      Manifest manifest = jar.getManifest();
      Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
      check(path, jar, main);
      return new ProgramJar(path, jar, manifest == null ? new Manifest() : manifest);
    } catch (BuildException | IOException | RuntimeException e) {
      jar.close();
      throw e;
    }
  }

  private static void check(Path path, JarFile jar, Attributes main) throws BuildException {
    String mainClass = main.getValue(Attributes.Name.MAIN_CLASS);
    String version = main.getValue(LaunchedJar.VERSION);
    if (LaunchedJar.COMMAND_LINE.equals(mainClass)) {
      throw new BuildException(path + " is racedetect itself; name the jar of a program");
    }
    if (version != null) {
      throw new BuildException(
          path
              + " is race-enabled already (racedetect "
              + version
              + "); build from the jar that it was made of");
    }
    if (jar.getEntry(AGENT_CLASS) != null) {
      throw new BuildException(
          path + " contains the classes of racedetect; build from a jar without them");
    }
    if (mainClass == null || mainClass.isBlank()) {
      throw new BuildException(
          path
              + ": no Main-Class in its manifest, so that java -jar cannot start it; set it with:"
              + " jar --update --file "
              + path
              + " --main-class CLASS");
    }
  }

  ZipFile zip() {
    return jar;
  }

  /** May be changed. */
  Manifest manifest() {
    return manifest;
  }

  /** Its folder, absolute. */
  Path folder() {
    return RaceEnabledJar.folder(path);
  }

  /**
   * The entries that a race-enabled jar gets, in their order: each name once, as the JVM sees it,
   * without manifest, index and signatures.
   *
   * @param notes takes what is left out that the user should know of
   */
  List<ZipEntry> entries(List<String> notes) {
    List<ZipEntry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int signatures = 0;
    int twice = 0;
    for (ZipEntry entry : jar.stream().toList()) {
      String name = entry.getName();
      boolean replaced = name.equalsIgnoreCase(JarFile.MANIFEST_NAME) || name.equals(INDEX);
      if (SignatureFiles.matches(name)) {
        signatures++;
      } else if (!replaced && names.add(name)) {
        entries.add(jar.getEntry(name));
      } else if (!replaced) {
        twice++;
      }
    }
    if (signatures > 0) {
      notes.add("signature removed: it does not hold for a changed jar");
    }
    if (twice > 0) {
      notes.add(twice + " entries of a name that is there already left out, as the JVM does");
    }
    return entries;
  }

  /** Whether something precedes the archive: a script that lets the shell start the jar. */
  boolean hasScript() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == '#' && in.read() == '!';
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
