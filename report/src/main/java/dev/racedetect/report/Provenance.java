package dev.racedetect.report;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Where a finding comes from.
 *
 * @param time when it was found, ISO 8601; null when the record does not say
 * @param pid the process that found it; -1 when the record does not say
 * @param test the JUnit id of the test that was running; null for none
 * @param library name and version of the library it is in, when no code of the program itself takes
 *     part; null else
 * @param known whether the baseline of the run listed it
 */
public record Provenance(
    @Nullable String time,
    long pid,
    @Nullable String test,
    @Nullable String library,
    boolean known) {

  static Provenance of(JsonNode record) {
    return new Provenance(
        Members.textOrNull(record, "time"),
        record.path("pid").asLong(-1),
        Members.textOrNull(record, "test"),
        Members.textOrNull(record, "library"),
        record.path("known").asBoolean(false));
  }
}
