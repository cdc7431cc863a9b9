package dev.racedetect.runtime.options;

/**
 * An option that cannot be understood or honoured. Checked, because a detector that starts with
 * half-understood options is worse than none: whoever starts it must stop here.
 */
public final class OptionException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message one line for the user that says what is wrong and what is valid
   */
  public OptionException(String message) {
    super(message);
  }
}
