package dev.racedetect.integration.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Programs compiled by the compiler of a JDK, each set of sources once in a test run. */
public final class Sources {

  private record Key(Jdk jdk, List<Path> sources, boolean preview) {}

  private static final Map<Key, Path> COMPILED = new ConcurrentHashMap<>();

  private Sources() {}

  /** Compiles sources as {@link #compile(Jdk, List)} does. */
  public static Path compile(Jdk jdk, Path... sources) {
    return compile(jdk, Arrays.asList(sources));
  }

  /**
   * Compiles sources together, with all debug information, for the JDK that compiles them.
   *
   * @param jdk whose compiler is used
   * @param sources Java files
   * @return the folder of the class files, which exists until this JVM ends
   * @throws AssertionError if they do not compile, with the compiler's messages
   */
  public static Path compile(Jdk jdk, List<Path> sources) {
    return COMPILED.computeIfAbsent(new Key(jdk, List.copyOf(sources), false), Sources::compile);
  }

  /** Compiles a source that uses preview features of the JDK, as {@link #compile(Jdk, List)}. */
  static Path compilePreview(Jdk jdk, Path source) {
    return COMPILED.computeIfAbsent(new Key(jdk, List.of(source), true), Sources::compile);
  }

  private static Path compile(Key key) {
    try {
      Path folder = Files.createTempDirectory("racedetect-classes");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteTree(folder)));
      List<String> command = new ArrayList<>();
      command.add(key.jdk().javac().toString());
      command.addAll(List.of("-g", "-proc:none", "-Xlint:none", "-encoding", "UTF-8"));
      command.addAll(List.of("-d", folder.toString()));
      if (key.preview()) {
        command.addAll(List.of("--enable-preview", "--release", "" + key.jdk().feature()));
      }
      key.sources().forEach(source -> command.add(source.toString()));
      Path messages = folder.resolve("javac.log");
      Process javac =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(messages.toFile())
              .start();
      if (javac.waitFor() != 0) {
        throw new AssertionError(key.jdk() + ": javac failed\n" + Files.readString(messages));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while compiling", e);
    }
  }

  static void deleteTree(Path root) {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // Left over in the folder for temporary files: nothing depends on it.
    }
  }
}
