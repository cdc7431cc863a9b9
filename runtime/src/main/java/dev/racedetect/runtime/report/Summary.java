package dev.racedetect.runtime.report;

/**
 * What the closing lines say.
 *
 * @param races distinct races reported
 * @param escapes escaped exceptions reported
 * @param suppressed distinct findings not reported because of a suppression
 * @param foreign distinct races not reported because no frame is of the program's own code
 * @param degraded number of degradations
 * @param coverage what was checked
 * @param millis milliseconds since the detector started
 * @param known distinct findings that the baseline lists
 */
public record Summary(
    int races,
    int escapes,
    int suppressed,
    int foreign,
    int degraded,
    Coverage.Counts coverage,
    long millis,
    int known) {

  /** A summary of a run without a baseline. */
  public Summary(
      int races,
      int escapes,
      int suppressed,
      int foreign,
      int degraded,
      Coverage.Counts coverage,
      long millis) {
    this(races, escapes, suppressed, foreign, degraded, coverage, millis, 0);
  }

  /** The same without escapes that the text does not show. */
  Summary shown(int silentEscapes) {
    return new Summary(
        races, escapes - silentEscapes, suppressed, foreign, degraded, coverage, millis, known);
  }
}
