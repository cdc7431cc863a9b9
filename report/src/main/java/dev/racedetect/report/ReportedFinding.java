package dev.racedetect.report;

import org.jspecify.annotations.Nullable;

/** A finding read from files. */
public sealed interface ReportedFinding permits ReportedRace, ReportedEscape {

  /** Its fingerprint, 16 hexadecimal digits. */
  String fingerprint();

  /** The kind of its record: {@code race} or {@code escape}. */
  String kind();

  /** What it is, one line without full stop: {@code data race on field com.acme.Counter.value}. */
  String title();

  /** By what findings are put together: the field, the array type, the exception. */
  String member();

  /** The stack whose innermost frame of the program is the place to look at first. */
  StackTraceElement[] stack();

  /** Where it comes from. */
  Provenance provenance();

  /** What its shape suggests, a sentence; null for nothing. */
  @Nullable String hint();
}
