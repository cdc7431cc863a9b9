package dev.racedetect.maven;

import dev.racedetect.report.FindingsException;
import dev.racedetect.report.MergedFindings;
import dev.racedetect.report.ReportedRace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** Races that a message lists; the rest are counted. */
  private static final int LISTED = 20;

  /** Said of options that have no effect: whoever set them has been told. */
  private static final String OPTION = "option";

  private static final String SELF_PROBE = "self-probe failed";

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
    List<String> failures;
    try {
      failures = new Presence(project, session.getUserProperties(), forks()).failures();
      check(forks().findings(), failures);
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

  private void check(List<Path> files, List<String> failures) throws MojoExecutionException {
    KnownFindings known = KnownFindings.read(baseline);
    MergedFindings findings = new MergedFindings();
    for (Path file : files) {
      try {
        findings.add(file);
      } catch (FindingsException e) {
        failures.add(e.getMessage());
      }
    }
    findings.notes().forEach(getLog()::warn);
    checkWork(findings, files.size(), failures);
    int listed = 0;
    int expected = 0;
    for (ReportedRace race : findings.races()) {
      if (known.contains(race.fingerprint())) {
        expected++;
      } else if (listed++ < LISTED) {
        failures.add(RaceLine.of(race));
      }
    }
    if (listed > LISTED) {
      failures.add("and " + (listed - LISTED) + " more data races, see " + outputDirectory);
    }
    getLog()
        .info(
            "%d new data race(s), %d known, %d test JVM(s), %d classes instrumented"
                .formatted(
                    listed, expected, files.size(), findings.summary().coverage().instrumented()));
  }

  private void checkWork(MergedFindings findings, int forks, List<String> failures) {
    for (Map.Entry<String, Integer> degraded : findings.degraded().entrySet()) {
      String kind = degraded.getKey();
      if (kind.equals(SELF_PROBE)) {
        failures.add(
            "the detector's self-probe failed: it finds nothing in this JVM; see the tests' output");
      } else if (!kind.equals(OPTION) && !allowDegraded.contains(kind)) {
        failures.add(
            ("the detector was degraded %d time(s): %s; see the tests' output, and exclude the"
                    + " class or write <allowDegraded>%s</allowDegraded>")
                .formatted(degraded.getValue(), kind, kind));
      }
    }
    boolean complete = findings.notes().size() < forks;
    if (forks > 0 && complete && findings.summary().coverage().instrumented() == 0) {
      failures.add("the detector was there but saw no class of the program: is the jar complete?");
    }
  }
}
