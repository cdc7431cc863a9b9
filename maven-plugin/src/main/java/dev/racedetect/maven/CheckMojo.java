package dev.racedetect.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails when the tests' JVMs found races that are not known, and when they could not have found
 * any: when tests ran without the detector, or it could not work as it should.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends RaceMojo {

  /** Whether what is found fails the build; if not, it is only said. */
  @Parameter(property = "race.haltOnFailure", defaultValue = "true")
  private boolean haltOnFailure;

  /**
   * Kinds of degradation that do not fail the build, as {@code method too large}; what they are
   * about is then not checked.
   */
  @Parameter(property = "race.allowDegraded")
  private List<String> allowDegraded = new ArrayList<>();

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    if (isParent()) {
      return;
    }
    List<String> failures = new ArrayList<>();
    try {
      failures.addAll(new Presence(project, session.getUserProperties(), forks()).failures());
      List<Path> files = forks().findings();
      Verdict verdict = new Verdict(triage(files), files.size(), allowDegraded);
      failures.addAll(verdict.failures());
      verdict.notes().forEach(getLog()::warn);
      getLog().info(verdict.summary());
    } catch (IOException e) {
      throw new MojoExecutionException("cannot read what the tests left: " + e.getMessage(), e);
    }
    if (failures.isEmpty()) {
      return;
    }
    if (haltOnFailure) {
      String separator = System.lineSeparator();
      throw new MojoFailureException(
          failures.size() == 1
              ? failures.get(0)
              : failures.size() + " problems:" + separator + String.join(separator, failures));
    }
    failures.forEach(getLog()::error);
  }
}
