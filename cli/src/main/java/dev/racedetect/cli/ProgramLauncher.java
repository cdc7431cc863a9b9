package dev.racedetect.cli;

import java.nio.file.Path;
import java.util.List;

/** Starts programs for {@code run}. */
interface ProgramLauncher {

  /**
   * The jar whose agent the program gets.
   *
   * @throws UserError when there is none
   */
  Path agentJar();

  /**
   * Runs a program with this process's input, output, environment and folder, until it ends.
   *
   * @param command program and arguments
   * @return its exit status
   * @throws UserError when it cannot be started
   */
  int run(List<String> command);
}
