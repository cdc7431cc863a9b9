package dev.racedetect.cli;

import java.nio.file.Files;
import java.nio.file.Path;

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

  /** A file is needed and this is none. */
  static UserError noFile(Path path) {
    return new UserError(
        path + (Files.isDirectory(path) ? " is a folder, not a program" : ": no such file"));
  }
}
