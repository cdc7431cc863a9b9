package dev.racedetect.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The rules of SARIF results. Their ids are stored by services, so they never change. */
enum SarifRule {
  /** A race on a field or an array element. */
  DATA_RACE(
      "data-race",
      "error",
      "Data race",
      "Two threads access the same variable, at least one writes, and nothing orders them"
          + " (JLS 17.4.5). The reader may see any value, each time another."),
  /** A race on a collection. */
  COLLECTION_RACE(
      "collection-race",
      "error",
      "Data race on a collection",
      "Two threads use a collection that is not thread-safe, at least one changes it, and nothing"
          + " orders them. Entries get lost, iterations fail or never end."),
  /** An escaped exception. */
  ESCAPED_EXCEPTION(
      "escaped-exception",
      "warning",
      "Escaped exception",
      "An exception ended a thread or a task and no code of the program has seen it.");

  private final String id;
  private final String level;
  private final String title;
  private final String description;

  SarifRule(String id, String level, String title, String description) {
    this.id = id;
    this.level = level;
    this.title = title;
    this.description = description;
  }

  static SarifRule of(ReportedFinding finding) {
    if (finding instanceof ReportedRace race) {
      return race.finding().location().kind().equals("collection") ? COLLECTION_RACE : DATA_RACE;
    }
    return ESCAPED_EXCEPTION;
  }

  String id() {
    return id;
  }

  String level() {
    return level;
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeStringField("name", title.replace(" ", ""));
    SarifReport.message(json, "shortDescription", title);
    SarifReport.message(json, "fullDescription", description);
    SarifReport.message(
        json, "help", description + " 'racedetect explain FINGERPRINT' tells how to repair it.");
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level);
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeArrayFieldStart("tags");
    json.writeString("concurrency");
    json.writeString("reliability");
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }
}
