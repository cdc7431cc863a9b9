package dev.racedetect.cli;

/** Something that the user has to put right; ends the command with {@link ExitCodes#USAGE}. */
final class UserError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message one line that says what is wrong and how to put it right
   */
  UserError(String message) {
    super(message);
  }
}
