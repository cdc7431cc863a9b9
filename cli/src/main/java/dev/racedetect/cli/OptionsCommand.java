package dev.racedetect.cli;

import dev.racedetect.runtime.options.Option;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the table of the detector's options. */
@Command(
    name = "options",
    description = "Lists the options of the detector.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class OptionsCommand implements Runnable {

  private static final int KEY_WIDTH = 20;
  private static final int DEFAULT_WIDTH = 10;
  private static final int HELP_WIDTH = 70;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine command = spec.commandLine();
    TextTable table =
        TextTable.forColumns(
            command.getColorScheme(),
            new Column(KEY_WIDTH, 0, Overflow.SPAN),
            new Column(DEFAULT_WIDTH, 1, Overflow.SPAN),
            new Column(HELP_WIDTH, 1, Overflow.WRAP));
    table.addRowValues("option", "default", "meaning");
    for (Option option : Option.values()) {
      String limitation = option.limitation();
      String help = option.help() + (limitation == null ? "" : " [" + limitation + "]");
      table.addRowValues(option.key(), option.defaultValue(), help);
    }
    command.getOut().print(table);
    command.getOut().println();
    command
        .getOut()
        .println("Agent:        java -javaagent:racedetect.jar=key=value,key=value ...");
    command.getOut().println("Environment:  RACEDETECT=\"key=value key=value\"; the agent's win");
    command.getOut().println("Command line: racedetect run --option key=value ...");
    command.getOut().flush();
  }
}
