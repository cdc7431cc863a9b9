package dev.racedetect.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Dependency;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Writes reports on what the tests of several modules found, each race once: of this module, of
 * those that it depends on, and of those below it. They must have run their tests before: bind the
 * goal in a module that depends on the others, or call it as {@code mvn verify
 * racedetect:report-aggregate}.
 */
@Mojo(name = "report-aggregate", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReportAggregateMojo extends RaceMojo {

  /** Where the reports go. */
  @Parameter(
      property = "race.aggregateDirectory",
      defaultValue = "${project.build.directory}/racedetect-aggregate")
  private File aggregateDirectory;

  @Override
  void run() throws MojoExecutionException {
    List<Path> files = new ArrayList<>();
    List<Path> sources = new ArrayList<>();
    try {
      for (MavenProject module : modules()) {
        Path folder = Path.of(module.getBuild().getDirectory(), outputDirectory.getName());
        files.addAll(new ForkFolder(folder).findings());
        module.getCompileSourceRoots().forEach(root -> sources.add(Path.of(root)));
        module.getTestCompileSourceRoots().forEach(root -> sources.add(Path.of(root)));
      }
    } catch (IOException e) {
      throw new MojoExecutionException("cannot read what the tests left: " + e.getMessage(), e);
    }
    if (files.isEmpty()) {
      getLog().info("no report: no module with findings is among the dependencies");
    } else {
      Path folder = aggregateDirectory.toPath();
      getLog().info("report: " + Reports.write(triage(files), sources, pluginVersion, folder));
    }
  }

  private Set<MavenProject> modules() {
    Set<MavenProject> modules = new LinkedHashSet<>();
    modules.add(project);
    if (project.getCollectedProjects() != null) {
      modules.addAll(project.getCollectedProjects());
    }
    for (Dependency dependency : project.getDependencies()) {
      for (MavenProject module : session.getProjects()) {
        if (module.getGroupId().equals(dependency.getGroupId())
            && module.getArtifactId().equals(dependency.getArtifactId())) {
          modules.add(module);
        }
      }
    }
    return modules;
  }
}
