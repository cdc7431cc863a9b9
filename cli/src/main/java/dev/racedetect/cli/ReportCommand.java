package dev.racedetect.cli;

import dev.racedetect.report.MergedFindings;
import dev.racedetect.report.TextReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns JSON lines into text. */
@Command(
    name = "report",
    description = {
      "Prints the findings of one or more files, each distinct race once.",
      "The files are what the detector's option json wrote."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:no data race", "2:a file cannot be read", "66:data races"})
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--strip-path-prefix",
      paramLabel = "PREFIX",
      defaultValue = "",
      description = "Cut this from file names.")
  private String stripPathPrefix;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Findings as JSON lines.")
  private List<Path> files;

  @Override
  public Integer call() {
    MergedFindings findings = FindingsFiles.read(spec.commandLine(), files);
    spec.commandLine().getOut().print(new TextReport(stripPathPrefix).render(findings));
    spec.commandLine().getOut().flush();
    return findings.races().isEmpty() ? ExitCodes.CLEAN : ExitCodes.RACES;
  }
}
