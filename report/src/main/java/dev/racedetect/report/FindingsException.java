package dev.racedetect.report;

/** A file of findings that cannot be read. */
public final class FindingsException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message one line for the user that names the file, and the line if it is one's fault
   */
  public FindingsException(String message) {
    super(message);
  }
}
