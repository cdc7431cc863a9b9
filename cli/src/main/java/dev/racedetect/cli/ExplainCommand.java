package dev.racedetect.cli;

import dev.racedetect.report.AppFrames;
import dev.racedetect.report.Explanation;
import dev.racedetect.report.MergedFindings;
import dev.racedetect.report.ReportedFinding;
import dev.racedetect.report.TextReport;
import dev.racedetect.runtime.options.ClassPatterns;
import dev.racedetect.runtime.report.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says in sentences what one finding is. */
@Command(
    name = "explain",
    description = {
      "Explains one finding: what happened, which rule is violated, how the corrected code looks."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:explained", "2:wrong usage, no such finding, or an unreadable file"})
final class ExplainCommand implements Callable<Integer> {

  /** Digits that name a finding without doubt in practice. */
  private static final int LEAST_DIGITS = 4;

  /** Fingerprints listed in a message. */
  private static final int MOST_LISTED = 10;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FINGERPRINT",
      description = "The finding's fingerprint, or its first digits (4 or more).")
  private String fingerprint;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Findings as JSON lines; a folder of such files; - for standard input.")
  private List<Path> files;

  @Override
  public Integer call() {
    if (fingerprint.length() < LEAST_DIGITS) {
      throw new UserError("'" + fingerprint + "' is too short; give 4 digits or more");
    }
    MergedFindings findings = FindingsFiles.read(spec.commandLine(), files);
    List<ReportedFinding> all = new ArrayList<>(findings.findings());
    all.addAll(findings.foreign());
    ReportedFinding finding = theOne(all);
    PrintWriter out = spec.commandLine().getOut();
    AppFrames app = new AppFrames(ClassPatterns.NONE);
    out.print(new TextReport("", app, Terminal.isColored(1)).render(finding));
    out.println();
    String print = finding.fingerprint();
    out.print(Explanation.of(finding, findings.occurrences(print), findings.whereabouts(print)));
    out.flush();
    return ExitCodes.CLEAN;
  }

  private ReportedFinding theOne(List<ReportedFinding> all) {
    List<ReportedFinding> matching =
        all.stream().filter(one -> one.fingerprint().startsWith(fingerprint)).toList();
    if (matching.size() == 1) {
      return matching.get(0);
    }
    List<ReportedFinding> listed = matching.isEmpty() ? all : matching;
    StringBuilder message = new StringBuilder();
    message.append(matching.isEmpty() ? "no finding has" : matching.size() + " findings have");
    message.append(" the fingerprint ").append(fingerprint).append("; these files contain ");
    message.append(listed.stream().limit(MOST_LISTED).map(ReportedFinding::fingerprint).toList());
    if (listed.size() > MOST_LISTED) {
      message.append(" and ").append(listed.size() - MOST_LISTED).append(" more");
    }
    throw new UserError(message.toString());
  }
}
