package dev.racedetect.cli;

import dev.racedetect.report.FindingsException;
import dev.racedetect.report.MergedFindings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Reads the files that a command names. */
final class FindingsFiles {

  /** The name of standard input. */
  private static final Path STDIN = Path.of("-");

  private FindingsFiles() {}

  /**
   * Reads and merges files; notes about them go to the command's error stream.
   *
   * @param files files, folders of files whose names end in .jsonl or .json, or {@code -} for
   *     standard input
   * @throws UserError when one cannot be read
   */
  static MergedFindings read(CommandLine command, List<Path> files) {
    List<Path> all = expanded(files);
    MergedFindings findings = new MergedFindings();
    try (Progress progress = Progress.of(command.getErr(), total(all))) {
      for (Path file : all) {
        if (file.equals(STDIN)) {
          findings.add("standard input", System.in, progress::advance);
        } else {
          findings.add(file, progress::advance);
        }
      }
    } catch (FindingsException e) {
      throw new UserError(e.getMessage());
    } catch (IOException e) {
      throw new UserError("standard input cannot be read (" + e.getMessage() + ")");
    }
    for (String note : findings.notes()) {
      command.getErr().println("racedetect: " + note);
    }
    command.getErr().flush();
    return findings;
  }

  private static List<Path> expanded(List<Path> files) {
    List<Path> all = new ArrayList<>();
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        List<Path> inside = inside(file);
        if (inside.isEmpty()) {
          throw new UserError(file + ": no file with a name in .jsonl or .json in this folder");
        }
        all.addAll(inside);
      } else {
        all.add(file);
      }
    }
    return all;
  }

  private static List<Path> inside(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl") || file.toString().endsWith(".json"))
          .filter(Files::isRegularFile)
          // A baseline may lie beside the findings.
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UserError(folder + ": cannot be read (" + e.getMessage() + ")");
    }
  }

  private static long total(List<Path> files) {
    long total = 0;
    for (Path file : files) {
      try {
        total += Files.size(file);
      } catch (IOException e) {
        // Standard input, or a file that will be missed when it is opened.
      }
    }
    return total;
  }
}
