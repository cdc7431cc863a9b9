package dev.racedetect.integration.libraries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program over a released library, as a line of {@code drivers.txt} describes it.
 *
 * @param mainClass the binary name of the main class
 * @param args the program's arguments
 * @param classPath the class files of the programs, then exactly the jars that the library needs
 */
record Driver(String mainClass, List<String> args, List<Path> classPath) {

  private static final String PACKAGE = "dev.racedetect.libraries.";

  /**
   * Reads all drivers of a folder.
   *
   * @param module the folder of {@code drivers.txt}, built
   * @throws IllegalStateException if a jar that a driver names is not there
   */
  static List<Driver> read(Path module) {
    return lines(module, "drivers.txt").map(line -> parse(line, module)).toList();
  }

  /** The lines of a file of drivers, without its comments. */
  static Stream<String> lines(Path module, String file) {
    try {
      return Files.readAllLines(module.resolve(file)).stream()
          .filter(line -> !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The driver of a line. */
  static Driver parse(String line, Path module) {
    Path built = module.resolve("target");
    String[] columns = line.split("\\s*\\|\\s*", -1);
    List<String> command = List.of(columns[0].split(" ", -1));
    List<Path> classPath = new ArrayList<>();
    classPath.add(built.resolve("classes"));
    for (String jar : columns[1].split(" ", -1)) {
      classPath.add(built.resolve("jars").resolve(jar + ".jar"));
    }
    for (Path entry : classPath) {
      if (!Files.exists(entry)) {
        throw new IllegalStateException("not built: " + entry + ", needed by " + line);
      }
    }
    return new Driver(
        PACKAGE + command.get(0), command.subList(1, command.size()), List.copyOf(classPath));
  }

  /** Returns the simple name of the main class and the arguments. */
  @Override
  public String toString() {
    return String.join(" ", mainClass.substring(PACKAGE.length()), String.join(" ", args)).strip();
  }
}
