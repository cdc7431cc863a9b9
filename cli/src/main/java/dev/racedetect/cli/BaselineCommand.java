package dev.racedetect.cli;

import dev.racedetect.report.Baseline;
import dev.racedetect.report.BaselineEntry;
import dev.racedetect.report.MergedFindings;
import dev.racedetect.report.ReportedFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes down which findings are known. */
@Command(
    name = "baseline",
    description = {
      "Makes the present findings known: 'racedetect report --baseline' and the detector's option"
          + " baseline give them a line and do not fail.",
      "An existing file is kept and extended; owner, reason and expiry in it stay."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:written", "2:wrong usage, or a file that cannot be read or written"})
final class BaselineCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = ".racedetect-baseline.json",
      description = "The baseline, ${DEFAULT-VALUE} if not given.")
  private Path output;

  @Option(
      names = "--prune",
      description = "Remove entries that these files do not contain any more.")
  private boolean prune;

  @Option(names = "--owner", paramLabel = "NAME", description = "Who cares for the new entries.")
  private @Nullable String owner;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why they are tolerated.")
  private @Nullable String reason;

  @Option(
      names = "--expires",
      paramLabel = "DATE",
      description = "Last day on which they are, as 2026-12-31; they count as new afterwards.")
  private @Nullable String expires;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Findings as JSON lines; a folder of such files; - for standard input.")
  private List<Path> files;

  @Override
  public Integer call() {
    String lastDay;
    try {
      lastDay = Baseline.date(expires);
    } catch (IllegalArgumentException e) {
      throw new UserError("--expires: " + e.getMessage());
    }
    MergedFindings findings = FindingsFiles.read(spec.commandLine(), files);
    boolean extended = Files.exists(output);
    Baseline baseline = TriageOptions.baseline(extended ? output : null);
    int added = 0;
    int expired = 0;
    for (ReportedFinding finding : findings.findings()) {
      BaselineEntry old = baseline.entry(finding.fingerprint());
      if (old == null) {
        baseline.put(
            new BaselineEntry(
                finding.fingerprint(), finding.kind(), finding.title(), owner, reason, lastDay));
        added++;
      } else if (old.expires() != null && old.expires().compareTo(TriageOptions.today()) < 0) {
        expired++;
      }
    }
    int removed = prune ? prune(baseline, findings) : 0;
    try {
      baseline.write(output);
    } catch (IOException e) {
      throw new UserError("cannot write " + output + " (" + e + ")");
    }
    say(baseline.entries().size(), added, removed, expired);
    return ExitCodes.CLEAN;
  }

  private static int prune(Baseline baseline, MergedFindings findings) {
    List<BaselineEntry> gone =
        baseline.entries().stream()
            .filter(entry -> findings.occurrences(entry.fingerprint()) == 0)
            .toList();
    gone.forEach(entry -> baseline.remove(entry.fingerprint()));
    return gone.size();
  }

  private void say(int entries, int added, int removed, int expired) {
    StringBuilder line = new StringBuilder("racedetect: ");
    line.append(output).append(": ").append(entries).append(" known, ");
    line.append(added).append(" added, ").append(removed).append(" removed");
    if (expired > 0) {
      line.append("; ").append(expired).append(" found again have expired, edit their date");
    }
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }
}
