package dev.racedetect.cli.build;

import java.io.EOFException;
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
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

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
    try (ProgramJar jar = opened(program)) {
      checkOutput(program, output);
      writeBeside(jar, output, notes);
    } catch (ZipException | EOFException e) {
      throw unreadable(program, e);
    } catch (IOException e) {
      throw unwritable(output, e);
    }
    return notes;
  }

  private static ProgramJar opened(Path program) throws BuildException {
    try {
      return ProgramJar.open(program);
    } catch (IOException e) {
      throw unreadable(program, e);
    }
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
    Files.createDirectories(folder);
    Path partial = folder.resolve("." + name(output) + "." + ProcessHandle.current().pid());
    try {
      try (JarWriter writer = JarWriter.create(partial)) {
        fill(jar, writer, folder, notes);
      }
      move(partial, output);
    } finally {
      Files.deleteIfExists(partial);
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

  private static void move(Path partial, Path output) throws IOException {
    try {
      Files.move(partial, output, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(partial, output, StandardCopyOption.REPLACE_EXISTING);
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

  private static BuildException unreadable(Path program, IOException e) {
    return new BuildException(program + ": not a readable jar (" + reason(e) + ")");
  }

  private static BuildException unwritable(Path output, IOException e) {
    return new BuildException("cannot write " + output + " (" + reason(e) + ")");
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.toString() : e.getClass().getSimpleName() + ": " + message;
  }
}
