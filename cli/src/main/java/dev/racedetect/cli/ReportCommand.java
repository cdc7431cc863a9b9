package dev.racedetect.cli;

import dev.racedetect.report.AppFrames;
import dev.racedetect.report.GithubReport;
import dev.racedetect.report.HtmlReport;
import dev.racedetect.report.JUnitReport;
import dev.racedetect.report.MarkdownSummary;
import dev.racedetect.report.MergedFindings;
import dev.racedetect.report.ReportFormat;
import dev.racedetect.report.SarifReport;
import dev.racedetect.report.SourceFiles;
import dev.racedetect.report.TextReport;
import dev.racedetect.report.Triage;
import dev.racedetect.runtime.report.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns JSON lines into reports. */
@Command(
    name = "report",
    description = {
      "Merges the findings of any number of files and reports each distinct one once.",
      "The files are what the detector's option json wrote. Without an option that names a form,"
          + " text is printed."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:nothing that is not known",
      "2:wrong usage, or input that cannot be read or understood",
      "66:data races or escaped exceptions that are not in the baseline"
    })
final class ReportCommand implements Callable<Integer> {

  /** When to colour. */
  enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** The forms of a report. */
  enum Format {
    TEXT,
    HTML,
    SARIF,
    JUNIT,
    GITHUB
  }

  @Spec private CommandSpec spec;

  @Mixin private TriageOptions options;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORM",
      description = "${COMPLETION-CANDIDATES}; printed unless --output names a file.")
  private @Nullable Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "File for --format instead of standard output.")
  private @Nullable Path output;

  @Option(names = "--html", paramLabel = "FILE", description = "Write one page of HTML, too.")
  private @Nullable Path html;

  @Option(names = "--sarif", paramLabel = "FILE", description = "Write SARIF 2.1.0, too.")
  private @Nullable Path sarif;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML, too.")
  private @Nullable Path junit;

  @Option(
      names = "--github",
      description =
          "Print annotations of GitHub Actions, at most 10, and append to the step's summary.")
  private boolean github;

  @Option(
      names = "--strip-path-prefix",
      paramLabel = "PREFIX",
      defaultValue = "",
      description = "Cut this from file names in text.")
  private String stripPathPrefix;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "${COMPLETION-CANDIDATES}; auto is on a terminal, and follows NO_COLOR.")
  private Color color;

  @Option(
      names = "--exitcode",
      paramLabel = "N",
      defaultValue = "66",
      description = "Exit status for findings that are not known; 66.")
  private int exitcode;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Findings as JSON lines; a folder of such files; - for standard input.")
  private List<Path> files;

  @Override
  public Integer call() {
    Format asked = format == null && output != null ? Format.TEXT : format;
    SourceFiles sources = options.sources();
    Triage triage = options.triage(FindingsFiles.read(spec.commandLine(), files));
    Map<Format, Path> targets = new LinkedHashMap<>();
    put(targets, Format.HTML, html);
    put(targets, Format.SARIF, sarif);
    put(targets, Format.JUNIT, junit);
    if (asked != null && output != null) {
      put(targets, asked, output);
    }
    Outputs outputs = new Outputs(spec.commandLine().getOut());
    for (Map.Entry<Format, Path> target : targets.entrySet()) {
      outputs.write(triage, form(target.getKey(), sources, false), target.getValue());
    }
    if (asked != null && output == null) {
      print(outputs, triage, asked, sources);
    } else if (targets.isEmpty() && !github) {
      print(outputs, triage, Format.TEXT, sources);
    }
    if (github && asked != Format.GITHUB) {
      print(outputs, triage, Format.GITHUB, sources);
    }
    if (!targets.isEmpty()) {
      spec.commandLine().getErr().println("racedetect: " + triage.inShort());
      spec.commandLine().getErr().flush();
    }
    return status(triage, triage.findings());
  }

  private static void put(Map<Format, Path> targets, Format format, @Nullable Path file) {
    if (file != null && targets.put(format, file) != null) {
      String name = format.name().toLowerCase(Locale.ROOT);
      throw new UserError("--output and --" + name + " name two files for one form");
    }
  }

  private int status(Triage triage, MergedFindings findings) {
    if (!triage.fresh().isEmpty()) {
      return exitcode;
    }
    // What was left out may be a race: that is not the same as nothing found.
    return findings.leftOut() > 0 ? ExitCodes.USAGE : ExitCodes.CLEAN;
  }

  private void print(Outputs outputs, Triage triage, Format printed, SourceFiles sources) {
    boolean colored = color == Color.ALWAYS || color == Color.AUTO && Terminal.isColored(1);
    if (printed == Format.GITHUB) {
      GithubJob job = GithubJob.current();
      GithubReport report = new GithubReport(options.app(), sources, job.annotationsLeft());
      outputs.print(triage, report);
      job.annotated(report.written());
      job.summarise(triage, new MarkdownSummary(options.app(), sources, text(false)));
    } else {
      outputs.print(triage, form(printed, sources, colored));
    }
  }

  private ReportFormat form(Format wanted, SourceFiles sources, boolean colored) {
    AppFrames app = options.app();
    return switch (wanted) {
      case TEXT -> text(colored);
      case HTML -> new HtmlReport(app, sources, Version.number());
      case SARIF -> new SarifReport(app, sources, Version.number());
      case JUNIT -> new JUnitReport(text(false), app);
      case GITHUB -> new GithubReport(app, sources, GithubReport.MOST_A_STEP);
    };
  }

  private TextReport text(boolean colored) {
    return new TextReport(stripPathPrefix, options.app(), colored);
  }

  /** Where reports go. */
  private record Outputs(Appendable out) {

    void print(Triage triage, ReportFormat form) {
      try {
        form.write(triage, out);
        if (out instanceof java.io.Flushable flushable) {
          flushable.flush();
        }
      } catch (IOException e) {
        throw new UserError("cannot write (" + e.getMessage() + ")");
      }
    }

    void write(Triage triage, ReportFormat form, Path file) {
      try {
        WholeFile.write(file, writer -> form.write(triage, writer));
      } catch (IOException e) {
        throw new UserError("cannot write " + file + " (" + e + ")");
      }
    }
  }
}
