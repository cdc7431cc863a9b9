package dev.racedetect.report;

import java.io.IOException;

/** A form in which findings can be written. */
public interface ReportFormat {

  /**
   * Writes all findings.
   *
   * @param triage the findings
   * @param out receives the text
   * @throws IOException when {@code out} fails
   */
  void write(Triage triage, Appendable out) throws IOException;
}
