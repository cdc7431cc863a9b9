package dev.racedetect.maven;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The folder in which each JVM with the detector leaves a file of findings, from its first moment
 * on: a file without findings says that the detector was there. Beside them lies a note of what
 * goal {@code prepare} did in this build.
 */
final class ForkFolder {

  private static final String NOTE = "prepared.properties";

  private final Path folder;

  ForkFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * What goal {@code prepare} did.
   *
   * @param millis when, since 1970
   * @param property the property that carries the JVM arguments
   * @param json where the findings go; {@code %p} in its name stands for a process id
   */
  record Preparation(long millis, String property, Path json) {}

  /** Where the findings of one JVM go. */
  Path pattern() {
    return folder.resolve("fork-%p.json");
  }

  /**
   * Removes what earlier builds left and notes the preparation. To be called before the tests, by
   * each execution of the goal.
   *
   * @param buildStart when the build began, milliseconds since 1970
   */
  void prepare(long buildStart, String property, Path json) throws IOException {
    Files.createDirectories(folder);
    Path parent = json.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Optional<Preparation> earlier = preparation();
    boolean first = earlier.isEmpty() || earlier.get().millis < buildStart;
    if (first) {
      for (Path file : findings(json)) {
        Files.delete(file);
      }
    }
    Properties note = new Properties();
    note.setProperty(
        "millis", Long.toString(first ? System.currentTimeMillis() : earlier.get().millis));
    note.setProperty("property", property);
    note.setProperty("json", json.toString());
    try (Writer out = Files.newBufferedWriter(folder.resolve(NOTE))) {
      note.store(out, "what goal racedetect:prepare did");
    }
  }

  /** What goal {@code prepare} did in the latest build; empty if it never ran. */
  Optional<Preparation> preparation() throws IOException {
    Path file = folder.resolve(NOTE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Properties note = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      note.load(in);
    }
    try {
      return Optional.of(
          new Preparation(
              Long.parseLong(note.getProperty("millis", "")),
              note.getProperty("property", "argLine"),
              Path.of(note.getProperty("json", pattern().toString()))));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " was changed: " + e.getMessage(), e);
    }
  }

  /** The files that JVMs left, in the order of their names. */
  List<Path> findings() throws IOException {
    return findings(preparation().map(Preparation::json).orElse(pattern()));
  }

  private static List<Path> findings(Path json) throws IOException {
    List<Path> files = new ArrayList<>();
    Path parent = json.toAbsolutePath().getParent();
    Path name = json.getFileName();
    if (parent != null && name != null && Files.isDirectory(parent)) {
      Pattern own = Pattern.compile(Pattern.quote(name.toString()).replace("%p", "\\E\\d+\\Q"));
      try (DirectoryStream<Path> found =
          Files.newDirectoryStream(
              parent, file -> own.matcher(String.valueOf(file.getFileName())).matches())) {
        found.forEach(files::add);
      }
    }
    Collections.sort(files);
    return files;
  }
}
