package dev.racedetect.cli;

import dev.racedetect.cli.build.BuildException;
import dev.racedetect.cli.build.RaceEnabledJar;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a race-enabled jar. */
@Command(
    name = "build",
    description = {
      "Writes a race-enabled jar: the same program with the detector inside.",
      "It needs no flags: java -jar app-race.jar. Options given here are built in; the environment"
          + " variable RACEDETECT wins over them when the program runs."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:written", "2:wrong usage, or a jar that cannot be read, changed or written"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  racedetect build app.jar",
      "  java -jar app-race.jar",
      "",
      "  racedetect build app.jar -o out/app.jar --json races.%%p.json --exitcode 0",
      "  racedetect build app.jar --option include=com.acme --option log_path=stdout",
      "  RACEDETECT=\"exitcode=66 halt_on_error=1\" java -jar app-race.jar"
    })
final class BuildCommand implements Callable<Integer> {

  private static final String SUFFIX = "-race";

  private final ProgramLauncher detectorHome;

  @Spec private CommandSpec spec;

  @Mixin private BuiltIn detector;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The race-enabled jar; app-race.jar beside app.jar if not given.")
  private @Nullable Path output;

  @Parameters(index = "0", paramLabel = "JAR", description = "The program's jar.")
  private Path program;

  /** The detector's options as this command names them. */
  static final class BuiltIn extends DetectorOptions {

    @Option(names = "--option", paramLabel = "KEY=VALUE", description = OPTION_HELP)
    private List<String> assignments = new ArrayList<>();

    @Override
    List<String> assignments() {
      return assignments;
    }
  }

  BuildCommand(ProgramLauncher detectorHome) {
    this.detectorHome = detectorHome;
  }

  @Override
  public Integer call() {
    // Not with the environment of this process: it is not that of the program.
    String options = detector.agentString(null);
    Path target = output == null ? beside(program) : checked(output);
    RaceEnabledJar maker = new RaceEnabledJar(detectorHome.agentJar(), Version.number(), options);
    List<String> notes;
    try {
      notes = maker.write(program, target);
    } catch (BuildException e) {
      throw new UserError(e.getMessage());
    }
    PrintWriter err = spec.commandLine().getErr();
    for (String note : notes) {
      err.println("racedetect: " + note);
    }
    err.println("racedetect: start it with: java -jar " + target);
    err.flush();
    return ExitCodes.CLEAN;
  }

  /** Refuses {@code -o key=value}, which is an option of the detector in {@code racedetect run}. */
  private static Path checked(Path output) {
    String text = output.toString();
    int equals = text.indexOf('=');
    if (equals > 0 && dev.racedetect.runtime.options.Option.of(text.substring(0, equals)) != null) {
      throw new UserError("-o names the jar to be written; use --option " + text);
    }
    return output;
  }

  /** {@code app-race.jar} for {@code app.jar}. */
  private static Path beside(Path jar) {
    Path file = jar.getFileName();
    String name = file == null ? "" : file.toString();
    int dot = name.lastIndexOf('.');
    String renamed =
        dot < 1 ? name + SUFFIX : name.substring(0, dot) + SUFFIX + name.substring(dot);
    return jar.resolveSibling(renamed);
  }
}
