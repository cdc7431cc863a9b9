package dev.racedetect.cli.build;

/** A jar that cannot be race-enabled, or not be written. */
public final class BuildException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message one line that says what is wrong and how to put it right
   */
  BuildException(String message) {
    super(message);
  }
}
