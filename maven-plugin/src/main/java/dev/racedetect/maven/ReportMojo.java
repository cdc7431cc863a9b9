package dev.racedetect.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Writes reports on what the tests of one module found. */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReportMojo extends RaceMojo {

  @Override
  void run() throws MojoExecutionException {
    try {
      List<Path> files = forks().findings();
      if (files.isEmpty()) {
        getLog().info("no report: no JVM with the detector left anything in " + outputDirectory);
      } else {
        List<Path> sources =
            Stream.concat(
                    project.getCompileSourceRoots().stream(),
                    project.getTestCompileSourceRoots().stream())
                .map(Path::of)
                .toList();
        Path folder = outputDirectory.toPath();
        getLog().info("report: " + Reports.write(triage(files), sources, pluginVersion, folder));
      }
    } catch (IOException e) {
      throw new MojoExecutionException("cannot read " + outputDirectory + ": " + e, e);
    }
  }
}
