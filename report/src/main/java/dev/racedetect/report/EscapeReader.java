package dev.racedetect.report;

import static dev.racedetect.report.Members.stack;
import static dev.racedetect.report.Members.stackOrEmpty;
import static dev.racedetect.report.Members.text;
import static dev.racedetect.report.Members.textOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.racedetect.runtime.race.ThreadFacts;
import java.util.ArrayList;
import java.util.List;

/** Turns a JSON record of kind {@code escape}, schema 1, into an escaped exception. */
final class EscapeReader {

  private EscapeReader() {}

  /**
   * Reads an escaped exception.
   *
   * @throws IllegalArgumentException when a member is missing or of the wrong type; the message
   *     names it
   */
  static ReportedEscape read(JsonNode escape) {
    JsonNode thread = escape.path("thread");
    ThreadFacts facts = thread.isObject() ? Members.thread(thread) : null;
    return new ReportedEscape(
        text(escape, "fingerprint"),
        text(escape, "exception"),
        textOrNull(escape, "message"),
        text(escape, "how"),
        escape.path("confidence").asText("certain"),
        facts,
        stack(escape, "stack"),
        causes(escape.path("causes")),
        stackOrEmpty(escape, "submittedAt"),
        textOrNull(escape, "consequence"),
        textOrNull(escape, "hint"),
        Provenance.of(escape));
  }

  private static List<ReportedEscape.Cause> causes(JsonNode causes) {
    List<ReportedEscape.Cause> result = new ArrayList<>();
    for (JsonNode cause : causes) {
      result.add(
          new ReportedEscape.Cause(
              text(cause, "exception"), textOrNull(cause, "message"), stackOrEmpty(cause, "stack")));
    }
    return List.copyOf(result);
  }
}
