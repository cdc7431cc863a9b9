package dev.racedetect.maven;

import dev.racedetect.report.AppFrames;
import dev.racedetect.report.HtmlReport;
import dev.racedetect.report.JUnitReport;
import dev.racedetect.report.ReportFormat;
import dev.racedetect.report.SarifReport;
import dev.racedetect.report.SourceFiles;
import dev.racedetect.report.TextReport;
import dev.racedetect.report.Triage;
import dev.racedetect.runtime.options.ClassPatterns;
import java.io.IOException;
import java.io.Writer;
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
   * @param triage the findings
   * @param sources folders of source files
   * @param version the version of this plugin
   * @param folder where the reports go
   * @return the report to look at first
   * @throws MojoExecutionException when a file cannot be written
   */
  static Path write(Triage triage, List<Path> sources, String version, Path folder)
      throws MojoExecutionException {
    AppFrames app = new AppFrames(ClassPatterns.NONE);
    SourceFiles files = new SourceFiles(sources);
    TextReport text = new TextReport("", app, false);
    try {
      Files.createDirectories(folder);
      write(text, triage, folder.resolve("report.txt"));
      write(new SarifReport(app, files, version), triage, folder.resolve("report.sarif"));
      write(new JUnitReport(text, app), triage, folder.resolve("TEST-racedetect.xml"));
      Path html = folder.resolve("report.html");
      write(new HtmlReport(app, files, version), triage, html);
      return html;
    } catch (IOException e) {
      throw new MojoExecutionException("cannot write reports to " + folder + ": " + e, e);
    }
  }

  private static void write(ReportFormat format, Triage triage, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      format.write(triage, out);
    }
  }
}
