package dev.racedetect.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the source files of stack frames below given folders: a file of the frame's name in the
 * folders of the class's package, or one that declares that package (Kotlin and Scala allow other
 * folders). The folders are searched once, when the first frame asks. Not thread-safe.
 */
public final class SourceFiles {

  /** Names of folders beside a build file that hold what the build made. */
  private static final Set<String> OUTPUTS = Set.of("target", "build", "out", "bin");

  private static final List<String> BUILD_FILES =
      List.of("pom.xml", "build.gradle", "build.gradle.kts", "build.xml", ".git");

  private static final Set<String> EXTENSIONS = Set.of("java", "kt", "scala", "groovy", "clj");

  /** A mistaken folder, such as the root, must not cost minutes. */
  private static final int MOST_FILES = 200_000;

  private static final int PACKAGE_LINES = 100;

  private final List<Path> roots;
  private @Nullable Map<String, List<Path>> byName;
  private int visited;

  /** What was found for a frame's package and file; an absent path for nothing. */
  private final Map<String, Path> found = new HashMap<>();

  private final Map<Path, List<String>> contents = new HashMap<>();

  private static final Path NOWHERE = Path.of("");

  /**
   * Creates the search.
   *
   * @param roots folders, searched with everything below them
   */
  public SourceFiles(List<Path> roots) {
    this.roots = List.copyOf(roots);
  }

  /** The file of a frame; null when it is not found. */
  @Nullable Path find(StackTraceElement frame) {
    String file = frame.getFileName();
    if (file == null || roots.isEmpty()) {
      return null;
    }
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    String type = frame.getClassName();
    String folder = type.substring(0, Math.max(type.lastIndexOf('.'), 0)).replace('.', '/');
    Path path = found.computeIfAbsent(folder + "/" + name, key -> search(folder, name));
    return path.equals(NOWHERE) ? null : path;
  }

  private Path search(String folder, String name) {
    List<Path> candidates = index().getOrDefault(name, List.of());
    Path wanted = Path.of(folder, name);
    for (Path candidate : candidates) {
      if (candidate.endsWith(wanted)) {
        return candidate;
      }
    }
    for (Path candidate : candidates) {
      if (declares(candidate, folder.replace('/', '.'))) {
        return candidate;
      }
    }
    return NOWHERE;
  }

  private boolean declares(Path file, String packageName) {
    List<String> lines = lines(file);
    for (String line : lines.subList(0, Math.min(lines.size(), PACKAGE_LINES))) {
      String text = line.strip();
      if (text.startsWith("package ")) {
        String declared = text.substring("package ".length()).strip();
        return declared.equals(packageName) || declared.equals(packageName + ";");
      }
    }
    return packageName.isEmpty();
  }

  private Map<String, List<Path>> index() {
    Map<String, List<Path>> index = byName;
    if (index == null) {
      index = new HashMap<>();
      for (Path root : roots) {
        try {
          Files.walkFileTree(root.toAbsolutePath().normalize(), new Indexer(index));
        } catch (IOException e) {
          // What cannot be read has no snippets.
        }
      }
      byName = index;
    }
    return index;
  }

  /** The lines of a file; empty when it cannot be read. */
  List<String> lines(Path file) {
    return contents.computeIfAbsent(
        file,
        path -> {
          try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
          } catch (IOException e) {
            return List.of();
          }
        });
  }

  /** Where a frame is, relative to the repository that holds the file. */
  Place place(StackTraceElement frame) {
    int line = Math.max(frame.getLineNumber(), 1);
    Path file = find(frame);
    if (file != null) {
      return new Place(slashes(repository(file).relativize(file)), line, true);
    }
    String type = frame.getClassName();
    String folder = type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/');
    String outer = type.substring(folder.length());
    int nested = outer.indexOf('$');
    String name = frame.getFileName();
    if (name == null) {
      name = (nested > 0 ? outer.substring(0, nested) : outer) + ".java";
    }
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return new Place(folder + name, line, false);
  }

  private static String slashes(Path relative) {
    StringBuilder out = new StringBuilder();
    for (Path segment : relative) {
      out.append(out.isEmpty() ? "" : "/").append(segment);
    }
    return out.toString();
  }

  /** The nearest folder above a file that is a repository; else the working folder or a root. */
  private Path repository(Path file) {
    for (Path at = file.getParent(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    Path working = Path.of("").toAbsolutePath();
    if (file.startsWith(working)) {
      return working;
    }
    for (Path root : roots) {
      Path absolute = root.toAbsolutePath().normalize();
      if (file.startsWith(absolute)) {
        return absolute;
      }
    }
    return file.getParent();
  }

  /** Collects source files by name. */
  private final class Indexer extends SimpleFileVisitor<Path> {
    private final Map<String, List<Path>> index;

    Indexer(Map<String, List<Path>> index) {
      this.index = index;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      Path last = folder.getFileName();
      String name = last == null ? "" : last.toString();
      boolean root = roots.stream().anyMatch(r -> r.toAbsolutePath().normalize().equals(folder));
      boolean skipped =
          name.startsWith(".")
              || name.equals("node_modules")
              || OUTPUTS.contains(name)
                  && BUILD_FILES.stream().anyMatch(f -> Files.exists(folder.resolveSibling(f)));
      return !root && skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = String.valueOf(file.getFileName());
      if (EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1))) {
        index.computeIfAbsent(name, key -> new ArrayList<>()).add(file);
      }
      return ++visited > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
