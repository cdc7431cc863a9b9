package dev.racedetect.maven;

import dev.racedetect.report.AppFrames;
import dev.racedetect.report.Baseline;
import dev.racedetect.report.FindingsException;
import dev.racedetect.report.MergedFindings;
import dev.racedetect.report.Triage;
import dev.racedetect.runtime.options.ClassPatterns;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals have in common. */
abstract class RaceMojo extends AbstractMojo {

  /** The module. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  protected MavenProject project;

  /** The build. */
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  protected MavenSession session;

  /** Leaves the tests alone: they run without the detector, and nothing is checked. */
  @Parameter(property = "race.skip", defaultValue = "false")
  protected boolean skip;

  /** Folder of what the tests' JVMs find, one file each, and of the reports. */
  @Parameter(
      property = "race.outputDirectory",
      defaultValue = "${project.build.directory}/racedetect")
  protected File outputDirectory;

  /** file of known findings, written by 'racedetect baseline': a line each, no failure */
  @Parameter(property = "race.baseline")
  protected @Nullable File baseline;

  /** The version of the plugin. */
  @Parameter(defaultValue = "${plugin.version}", readonly = true)
  protected String pluginVersion;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      skipped();
    } else {
      run();
    }
  }

  /** The goal's work. */
  abstract void run() throws MojoExecutionException, MojoFailureException;

  /** What is left of the work when the goal is skipped. */
  void skipped() {
    getLog().info("racedetect is skipped (race.skip)");
  }

  /** Merges what JVMs left, and tells what is known. */
  final Triage triage(List<Path> files) throws MojoExecutionException {
    try {
      MergedFindings findings = new MergedFindings();
      for (Path file : files) {
        findings.add(file);
      }
      Baseline known = baseline == null ? new Baseline() : Baseline.read(baseline.toPath());
      String today = LocalDate.now(ZoneOffset.UTC).toString();
      return new Triage(findings, known, new AppFrames(ClassPatterns.NONE), today);
    } catch (FindingsException e) {
      throw new MojoExecutionException(e.getMessage());
    }
  }

  /** Whether the module is a mere parent: it runs no tests. */
  final boolean isParent() {
    return project.getPackaging().equals("pom");
  }

  /** The folder of this module. */
  final ForkFolder forks() {
    return new ForkFolder(outputDirectory.toPath());
  }
}
