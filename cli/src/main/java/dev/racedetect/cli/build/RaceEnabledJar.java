package dev.racedetect.cli.build;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Makes race-enabled jars: a program's jar with the detector inside, which {@code java -jar} starts
 * before the program's main class. The same input gives the same bytes.
 */
public final class RaceEnabledJar {

  private final Path detector;
  private final String version;
  private final String options;

  /**
   * Creates a maker.
   *
   * @param detector the detector's own jar
   * @param version of the detector
   * @param options to be built in, {@code key=value,key=value}; empty for none
   */
  public RaceEnabledJar(Path detector, String version, String options) {
    this.detector = detector;
    this.version = version;
    this.options = options;
  }

  /**
   * Makes one. What is there already is replaced, once the new jar is complete.
   *
   * @param program the program's jar
   * @param output the jar to be written; folders that it needs are made
   * @return what the user is to be told, one line each
   * @throws BuildException when it cannot be made
   */
  public List<String> write(Path program, Path output) throws BuildException {
    List<String> notes = new ArrayList<>();
    try (ProgramJar jar = ProgramJar.open(program)) {
      checkOutput(program, output);
      writeBeside(jar, output, notes);
    } catch (IOException e) {
      throw new BuildException(program + ": not a readable jar (" + reason(e) + ")");
    }
    return notes;
  }

  private static void checkOutput(Path program, Path output) throws BuildException, IOException {
    if (output.toAbsolutePath().normalize().equals(program.toAbsolutePath().normalize())
        || Files.exists(output) && Files.isSameFile(program, output)) {
      throw new BuildException(output + " is the program's jar itself; choose another --output");
    }
    if (Files.exists(output) && !Files.isRegularFile(output)) {
      throw new BuildException(output + " is not a file; choose another --output");
    }
  }

  private void writeBeside(ProgramJar jar, Path output, List<String> notes)
      throws BuildException, IOException {
    Path folder = folder(output);
    Path partial = folder.resolve("." + name(output) + "." + ProcessHandle.current().pid());
    try {
      JarWriter writer = created(folder, partial, output);
      try (writer) {
        fill(jar, writer, folder, notes);
      }
      move(partial, output);
    } finally {
      delete(partial);
    }
  }

  private static JarWriter created(Path folder, Path partial, Path output) throws BuildException {
    try {
      Files.createDirectories(folder);
      return JarWriter.create(partial);
    } catch (IOException e) {
      throw new BuildException("cannot write " + output + " (" + reason(e) + ")");
    }
  }

  private void fill(ProgramJar jar, JarWriter writer, Path folder, List<String> notes)
      throws BuildException, IOException {
    List<ZipEntry> entries = jar.entries(notes);
    Manifest manifest = jar.manifest();
    SignatureFiles.removeDigests(manifest);
    LaunchManifest launch = new LaunchManifest(manifest, notes);
    launch.enable(version, options);
    launch.relocate(new ClassPathAttribute(jar.folder(), folder));
    if (jar.hasScript()) {
      notes.add("the script in front of the jar left out: start it with java -jar");
    }
    writer.comment(jar.zip().getComment());
    writer.manifest(manifest);
    for (ZipEntry entry : entries) {
      writer.copy(entry.getName(), jar.zip(), entry);
    }
    try (ZipFile own = new ZipFile(detector.toFile())) {
      for (Map.Entry<String, ZipEntry> part : DetectorParts.of(own).entrySet()) {
        writer.copy(part.getKey(), own, part.getValue());
      }
    }
  }

  private static void move(Path partial, Path output) throws BuildException {
    try {
      try {
        Files.move(partial, output, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(partial, output, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new BuildException("cannot write " + output + " (" + reason(e) + ")");
    }
  }

  private static void delete(Path partial) {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      // The reason is told already: what was written could not be closed or moved.
    }
  }

  static Path folder(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    return parent == null ? absolute : parent;
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }

  private static String reason(IOException e) {
    @Nullable String message = e.getMessage();
    return message == null ? e.toString() : e.getClass().getSimpleName() + ": " + message;
  }
}
