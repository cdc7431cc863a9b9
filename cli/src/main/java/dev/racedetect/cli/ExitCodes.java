package dev.racedetect.cli;

/** Exit statuses of the command line. A program that was run gives its own. */
final class ExitCodes {

  /** Nothing found. */
  static final int CLEAN = 0;

  /** Wrong usage, wrong configuration, input that cannot be read. */
  static final int USAGE = 2;

  /** Data races found. */
  static final int RACES = 66;

  private ExitCodes() {}
}
