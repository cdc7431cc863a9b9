package dev.racedetect.cli;

import java.nio.file.InvalidPathException;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The entry of the command line. */
@Command(
    name = "racedetect",
    description = "Finds data races in programs on the JVM.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:nothing found",
      "2:wrong usage, configuration or input",
      "66:data races or escaped exceptions found",
      "other:the program's own, from run"
    },
    footer = {"", "racedetect COMMAND --help tells more about a command."})
public final class Main {

  private Main() {}

  /**
   * Runs the command line and ends the JVM with its exit status.
   *
   * @param args command and arguments
   */
  public static void main(String[] args) {
    System.exit(commandLine(new ForkedProgram()).execute(args));
  }

  /**
   * The command line.
   *
   * @param launcher starts programs
   */
  static CommandLine commandLine(ProgramLauncher launcher) {
    CommandLine run = new CommandLine(new RunCommand(launcher));
    CommandLine main =
        new CommandLine(new Main())
            .addSubcommand(run)
            .addSubcommand(new BuildCommand(launcher))
            .addSubcommand(new ReportCommand())
            .addSubcommand(new BaselineCommand())
            .addSubcommand(new ExplainCommand())
            .addSubcommand(new OptionsCommand())
            .addSubcommand(new AutoComplete.GenerateCompletion())
            .setExpandAtFiles(false)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Main::usageError)
            .setExecutionExceptionHandler(Main::failure);
    // What follows the program's name is the program's.
    run.setStopAtPositional(true);
    return main;
  }

  private static int usageError(CommandLine.ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String help = command.getCommandSpec().qualifiedName() + " --help";
    return fail(command, e.getMessage() + suggestion(e) + "; see '" + help + "'");
  }

  /** What may have been meant. */
  private static String suggestion(CommandLine.ParameterException e) {
    if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched)) {
      return "";
    }
    String first = unmatched.getUnmatched().get(0);
    boolean program =
        e.getCommandLine().getParent() == null
            && (first.endsWith(".java") || first.endsWith(".jar"));
    List<String> names = program ? List.of("run " + first) : unmatched.getSuggestions();
    return names.isEmpty() ? "" : "; did you mean '" + names.get(0) + "'?";
  }

  private static int failure(
      Exception e, CommandLine command, CommandLine.ParseResult parseResult) {
    if (e instanceof UserError) {
      return fail(command, e.getMessage());
    }
    if (e instanceof InvalidPathException path) {
      return fail(
          command,
          "not a path in this locale: "
              + path.getInput()
              + "; set LC_ALL=C.UTF-8 if it has letters that ASCII lacks");
    }
    return fail(command, "internal error: " + e);
  }

  private static int fail(CommandLine command, String message) {
    Ansi ansi = command.getColorScheme().ansi();
    String line = message.replace('\n', ' ').replace("\r", "");
    // Not parsed as markup: the message may contain user input.
    command.getErr().println(ansi.string("@|bold,red racedetect:|@ ") + line);
    command.getErr().flush();
    return ExitCodes.USAGE;
  }
}
