package dev.racedetect.cli.build;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The manifest's {@code Class-Path}: URLs relative to the jar that names them. In another folder
 * they would name other files; those that exist beside the one jar and not beside the other are led
 * back.
 */
final class ClassPathAttribute {

  private final Path from;
  private final Path to;
  private final List<String> moved = new ArrayList<>();

  /**
   * Creates the rule.
   *
   * @param from folder of the program's jar, absolute
   * @param to folder of the race-enabled jar, absolute
   */
  ClassPathAttribute(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  /** The attribute's value in the other folder. */
  String relocated(String value) {
    if (from.equals(to)) {
      return value;
    }
    List<String> entries = new ArrayList<>();
    for (String entry : value.trim().split("\\s+", -1)) {
      entries.add(entry.isEmpty() || !isLeftBehind(entry) ? entry : led(entry));
    }
    return String.join(" ", entries);
  }

  /** The entries that were changed, as they were. */
  List<String> moved() {
    return moved;
  }

  private boolean isLeftBehind(String entry) {
    try {
      URI uri = new URI(entry);
      String path = uri.getPath();
      return !uri.isAbsolute()
          && path != null
          && !path.isEmpty()
          && !path.startsWith("/")
          && Files.exists(from.resolve(path))
          && !Files.exists(to.resolve(path));
    } catch (URISyntaxException | InvalidPathException e) {
      return false; // Nothing that the JVM would find.
    }
  }

  private String led(String entry) {
    moved.add(entry);
    if (!Objects.equals(from.getRoot(), to.getRoot())) {
      return from.toUri().resolve(entry).toString();
    }
    StringBuilder prefix = new StringBuilder();
    for (Path name : to.relativize(from)) {
      prefix.append(encoded(name.toString())).append('/');
    }
    return prefix + entry;
  }

  private static String encoded(String name) {
    try {
      return new URI(null, null, "/" + name, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
