package dev.racedetect.maven;

import dev.racedetect.report.FindingsException;
import dev.racedetect.report.MergedFindings;
import dev.racedetect.report.TextReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Writes reports: the one place of this plugin that knows their formats. */
final class Reports {

  private Reports() {}

  /**
   * Writes all reports on what JVMs found.
   *
   * @param files what the JVMs left
   * @param folder where the reports go
   * @return the report to look at first
   * @throws MojoExecutionException when a file cannot be read or written
   */
  static Path write(List<Path> files, Path folder) throws MojoExecutionException {
    try {
      MergedFindings findings = new MergedFindings();
      for (Path file : files) {
        findings.add(file);
      }
      Files.createDirectories(folder);
      Path text = folder.resolve("report.txt");
      Files.writeString(text, new TextReport("").render(findings));
      return text;
    } catch (FindingsException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("cannot write reports to " + folder + ": " + e, e);
    }
  }
}
