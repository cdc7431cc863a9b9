package dev.racedetect.cli;

import dev.racedetect.report.MergedFindings;
import dev.racedetect.report.ReportedRace;
import dev.racedetect.report.TextReport;
import dev.racedetect.runtime.race.RaceFinding;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says in sentences what one race is. */
@Command(
    name = "explain",
    description = "Explains one race of a report.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {

  /** Digits that name a race without doubt in practice. */
  private static final int LEAST_DIGITS = 4;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FINGERPRINT",
      description = "The race's fingerprint, or its first digits (4 or more).")
  private String fingerprint;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Findings as JSON lines.")
  private List<Path> files;

  @Override
  public Integer call() {
    if (fingerprint.length() < LEAST_DIGITS) {
      throw new UserError("'" + fingerprint + "' is too short; give 4 digits or more");
    }
    MergedFindings findings = FindingsFiles.read(spec.commandLine(), files);
    List<ReportedRace> races =
        findings.findings().stream()
            .filter(race -> race.fingerprint().startsWith(fingerprint))
            .map(ReportedRace.class::cast).toList();
    if (races.size() != 1) {
      String count = races.isEmpty() ? "no race has" : races.size() + " races have";
      throw new UserError(
          count
              + " the fingerprint "
              + fingerprint
              + "; these files contain "
              + findings.findings().stream().map(dev.racedetect.report.ReportedFinding::fingerprint).toList());
    }
    ReportedRace race = races.get(0);
    spec.commandLine().getOut().print(new TextReport("", new dev.racedetect.report.AppFrames(dev.racedetect.runtime.options.ClassPatterns.NONE), false).render(race));
    spec.commandLine().getOut().println();
    spec.commandLine().getOut().print(prose(race, findings.occurrences(race.fingerprint())));
    spec.commandLine().getOut().flush();
    return ExitCodes.CLEAN;
  }

  private static String prose(ReportedRace race, int occurrences) {
    RaceFinding finding = race.finding();
    boolean reads = finding.current().isRead() || finding.previous().isRead();
    String effect =
        reads
            ? """
            The read may see the old value, the new one, or any other that was written without such
            an order, and each time another."""
            : """
            Either write may win, and an update made from a value read before may be lost.""";
    return """
        Two threads access the same memory, at least one of them writes, and nothing orders the two
        accesses: no lock, volatile, start, join or other synchronization that both take part in
        makes one happen before the other (JLS 17.4.5). An order by time alone, such as a sleep, is
        none.
        %s
        The locks held at each access are listed above.
        Found in %d record(s) of these files.
        """
        .formatted(effect, occurrences);
  }
}
