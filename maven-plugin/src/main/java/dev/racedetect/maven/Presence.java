package dev.racedetect.maven;

import dev.racedetect.maven.ForkFolder.Preparation;
import dev.racedetect.maven.SuiteReport.Detector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * Whether the detector was where tests ran. A build without it looks as good as one without races.
 *
 * <p>Tests that leave no report of their own, as those of other plugins, are not known here.
 */
final class Presence {

  /** File systems may cut a time down to whole seconds, some to even ones. */
  private static final long COARSE_MILLIS = 2000;

  private static final String TEST_CLASS = "Test\\w*\\.class|\\w*(Test|Tests|TestCase)\\.class";

  private final MavenProject project;
  private final List<TestRunner> runners;
  private final ForkFolder forks;

  Presence(MavenProject project, Properties commandLine, ForkFolder forks) {
    this.project = project;
    this.runners = TestRunner.of(project, commandLine);
    this.forks = forks;
  }

  /** What is wrong, one line each; empty when all is as it should be. */
  List<String> failures() throws IOException {
    List<String> failures = new ArrayList<>();
    Preparation preparation = forks.preparation().orElse(null);
    long since = preparation == null ? 0 : preparation.millis() - COARSE_MILLIS;
    String property = preparation == null ? "argLine" : preparation.property();
    boolean traces = !forks.findings().isEmpty();
    int suites = 0;
    for (TestRunner runner : runners) {
      List<SuiteReport> reports = new ArrayList<>();
      for (Path folder : runner.reportFolders()) {
        reports.addAll(SuiteReport.read(folder, since));
      }
      suites += reports.size();
      List<String> bare = without(reports, traces);
      if (!bare.isEmpty()) {
        String reason =
            preparation == null
                ? "goal prepare did not run; bind it, its phase is initialize"
                : runner.diagnosis(property);
        failures.add(
            "%s ran %d of %d test classes without the detector (%s): %s"
                .formatted(runner.name(), bare.size(), reports.size(), bare.get(0), reason));
      }
    }
    if (suites == 0 && !traces && hasTests()) {
      failures.add(
          "no test JVM carried the detector and no test report says why: "
              + (preparation == null
                  ? "goal prepare did not run; bind it, its phase is initialize"
                  : runners.get(0).diagnosis(property)));
    }
    return failures;
  }

  private static List<String> without(List<SuiteReport> reports, boolean traces) {
    return reports.stream()
        .filter(
            report ->
                report.detector() == Detector.ABSENT
                    || report.detector() == Detector.UNKNOWN && !traces)
        .map(SuiteReport::name)
        .sorted()
        .toList();
  }

  /** Whether Surefire should have run something, as far as names tell. */
  private boolean hasTests() throws IOException {
    Path classes = Path.of(project.getBuild().getTestOutputDirectory());
    if (runners.get(0).restricted() || !Files.isDirectory(classes)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(classes)) {
      return files.anyMatch(file -> String.valueOf(file.getFileName()).matches(TEST_CLASS));
    }
  }
}
