package dev.racedetect.runtime.escape;

/** Where distinct escapes go. Called by one thread at a time. */
public interface EscapeSink {

  /**
   * Takes an escape that was not reported before.
   *
   * @return whether it was reported; false when it was suppressed
   */
  boolean accept(EscapeFinding finding, String fingerprint);
}
