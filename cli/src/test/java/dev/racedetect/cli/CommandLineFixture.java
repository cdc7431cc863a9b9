package dev.racedetect.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;

/** Runs the command line with a launcher that starts nothing and remembers the command. */
final class CommandLineFixture implements ProgramLauncher {

  static final String AGENT = Path.of("lib", "racedetect.jar").toString();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Consumer<List<String>> whileRunning = command -> {};
  private int programStatus;
  private List<String> command;

  int execute(String... args) {
    CommandLine commandLine = Main.commandLine(this);
    commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(args);
  }

  CommandLineFixture programEndsWith(int status) {
    programStatus = status;
    return this;
  }

  CommandLineFixture whileRunning(Consumer<List<String>> action) {
    whileRunning = action;
    return this;
  }

  String out() {
    return out.toString().replace("\r", "");
  }

  String err() {
    return err.toString().replace("\r", "");
  }

  /** What was started; null for nothing. */
  List<String> command() {
    return command;
  }

  @Override
  public Path agentJar() {
    return Path.of(AGENT);
  }

  @Override
  public int run(List<String> command) {
    this.command = command;
    whileRunning.accept(command);
    return programStatus;
  }
}
