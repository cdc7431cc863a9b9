package dev.racedetect.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.racedetect.runtime.escape.EscapeFinding;
import dev.racedetect.runtime.escape.Fault;
import dev.racedetect.runtime.escape.How;
import org.jspecify.annotations.Nullable;

/** Turns a JSON record of kind {@code escape}, schema 1, into an escaped exception. */
final class EscapeReader {

  private EscapeReader() {}

  /**
   * Reads an escape.
   *
   * @throws IllegalArgumentException when a member is missing or of the wrong type; the message
   *     names it
   */
  static ReportedEscape read(JsonNode escape) {
    How how = How.of(RaceReader.text(escape, "how"));
    JsonNode consequence = escape.path("consequence");
    EscapeFinding finding =
        new EscapeFinding(
            how,
            RaceReader.text(escape, "confidence").equals("certain"),
            fault(escape, cause(escape.path("causes"), 0)),
            RaceReader.thread(RaceReader.member(escape, "thread")),
            RaceReader.stack(escape, "submittedAt"),
            RaceReader.textOrNull(escape, "task"),
            consequence.isTextual() ? consequence.asText() : how.consequence(),
            false);
    return new ReportedEscape(RaceReader.text(escape, "fingerprint"), finding);
  }

  private static Fault fault(JsonNode fault, @Nullable Fault cause) {
    return new Fault(
        RaceReader.text(fault, "exception"),
        RaceReader.textOrNull(fault, "message"),
        RaceReader.stack(fault, "stack"),
        cause);
  }

  private static @Nullable Fault cause(JsonNode causes, int at) {
    JsonNode cause = causes.path(at);
    return cause.isObject() ? fault(cause, cause(causes, at + 1)) : null;
  }
}
