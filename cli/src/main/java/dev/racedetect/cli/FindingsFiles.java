package dev.racedetect.cli;

import dev.racedetect.report.FindingsException;
import dev.racedetect.report.MergedFindings;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** Reads the files that a command names. */
final class FindingsFiles {

  private FindingsFiles() {}

  /**
   * Reads and merges files; notes about them go to the command's error stream.
   *
   * @throws UserError when one cannot be read
   */
  static MergedFindings read(CommandLine command, List<Path> files) {
    MergedFindings findings = new MergedFindings();
    try {
      for (Path file : files) {
        findings.add(file);
      }
    } catch (FindingsException e) {
      throw new UserError(e.getMessage());
    }
    for (String note : findings.notes()) {
      command.getErr().println("racedetect: " + note);
    }
    command.getErr().flush();
    return findings;
  }
}
