package dev.racedetect.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.racedetect.runtime.race.AccessFacts;
import dev.racedetect.runtime.race.Frames;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.ThreadFacts;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Findings as SARIF 2.1.0 (OASIS), the form of code scanning services. A result's location is the
 * access that completed the race, the other access and the creation of the threads are its related
 * locations, and its fingerprint is ours. Known findings are suppressed results.
 */
public final class SarifReport implements ReportFormat {

  /** GitHub refuses a run with more results. */
  private static final int MOST_RESULTS = 25_000;

  private static final String ROOT = "%SRCROOT%";

  private final AppFrames app;
  private final SourceFiles sources;
  private final String version;

  /**
   * Creates a renderer.
   *
   * @param app the program's own code
   * @param sources finds source files
   * @param version version of racedetect
   */
  public SarifReport(AppFrames app, SourceFiles sources, String version) {
    this.app = app;
    this.sources = sources;
    this.version = version;
  }

  @Override
  public void write(Triage triage, Appendable out) throws IOException {
    StringWriter buffer = new StringWriter();
    JsonGenerator json = new JsonFactory().createGenerator(buffer);
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    json.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
    json.writeStartObject();
    json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    tool(json);
    json.writeObjectFieldStart("originalUriBaseIds");
    json.writeObjectFieldStart(ROOT);
    message(json, "description", "The root of the repository.");
    json.writeEndObject();
    json.writeEndObject();
    json.writeStringField("columnKind", "utf16CodeUnits");
    List<Triage.Item> items = new ArrayList<>(triage.fresh());
    items.addAll(triage.known());
    invocation(json, triage, items.size());
    json.writeArrayFieldStart("results");
    for (Triage.Item item : items.subList(0, Math.min(items.size(), MOST_RESULTS))) {
      result(json, item);
      json.flush();
      out.append(buffer.getBuffer());
      buffer.getBuffer().setLength(0);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.close();
    out.append(buffer.getBuffer()).append('\n');
  }

  private void tool(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "racedetect");
    json.writeStringField("version", version);
    json.writeArrayFieldStart("rules");
    for (SarifRule rule : SarifRule.values()) {
      rule.write(json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void invocation(JsonGenerator json, Triage triage, int results)
      throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", true);
    json.writeArrayFieldStart("toolExecutionNotifications");
    if (results > MOST_RESULTS) {
      notification(json, (results - MOST_RESULTS) + " more results are left out");
    }
    for (Map.Entry<String, Integer> entry : triage.findings().degraded().entrySet()) {
      notification(json, entry.getKey() + ": " + entry.getValue() + " time(s)");
    }
    for (String note : triage.findings().notes()) {
      notification(json, note);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void notification(JsonGenerator json, String text) throws IOException {
    json.writeStartObject();
    json.writeStringField("level", "warning");
    message(json, "message", text);
    json.writeEndObject();
  }

  private void result(JsonGenerator json, Triage.Item item) throws IOException {
    ReportedFinding finding = item.finding();
    SarifRule rule = SarifRule.of(finding);
    json.writeStartObject();
    json.writeStringField("ruleId", rule.id());
    json.writeNumberField("ruleIndex", rule.ordinal());
    json.writeStringField("level", rule.level());
    message(json, "message", sentence(finding));
    json.writeArrayFieldStart("locations");
    StackTraceElement[] stack = Frames.trim(finding.stack());
    StackTraceElement frame = app.innermost(stack);
    if (frame != null) {
      json.writeStartObject();
      location(json, frame);
      json.writeEndObject();
    }
    json.writeEndArray();
    if (finding instanceof ReportedRace race) {
      raceDetails(json, race.finding());
    } else if (finding instanceof ReportedEscape escape) {
      escapeDetails(json, escape);
    }
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("racedetect/v1", finding.fingerprint());
    json.writeEndObject();
    json.writeNumberField("occurrenceCount", Math.max(item.occurrences(), 1));
    whereabouts(json, item.whereabouts());
    json.writeArrayFieldStart("suppressions");
    if (item.status() == Triage.Status.KNOWN) {
      json.writeStartObject();
      json.writeStringField("kind", "external");
      json.writeStringField("status", "accepted");
      String remarks = item.entry() == null ? "" : item.entry().remarks();
      json.writeStringField("justification", "in the baseline" + remarks);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** In the property bag: the standard has no place for them. */
  private static void whereabouts(JsonGenerator json, Whereabouts whereabouts) throws IOException {
    if (!whereabouts.sentence().isEmpty()) {
      json.writeObjectFieldStart("properties");
      counts(json, "recordsByVersion", whereabouts.versions());
      counts(json, "recordsByHost", whereabouts.hosts());
      json.writeEndObject();
    }
  }

  private static void counts(JsonGenerator json, String name, Map<String, Integer> counts)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Integer> entry : new TreeMap<>(counts).entrySet()) {
      json.writeNumberField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  private String sentence(ReportedFinding finding) {
    StringBuilder out = new StringBuilder(finding.title());
    out.setCharAt(0, Character.toUpperCase(out.charAt(0)));
    if (finding instanceof ReportedRace race) {
      out.append(": ").append(race.finding().current().op());
      out.append(", not ordered with the earlier ").append(race.finding().previous().op());
      out.append(
          app.innermost(Frames.trim(race.finding().previous().stack())) == null
              ? ""
              : " [there](1)");
    } else if (finding instanceof ReportedEscape escape && escape.message() != null) {
      out.append(": ").append(escaped(escape.message()));
    }
    out.append('.');
    if (finding.hint() != null) {
      out.append(" Hint: ").append(escaped(finding.hint())).append('.');
    }
    return out.toString();
  }

  /** Brackets and backslashes make links in messages (SARIF 3.11.6). */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
  }

  private void raceDetails(JsonGenerator json, RaceFinding race) throws IOException {
    AccessFacts previous = race.previous();
    json.writeArrayFieldStart("relatedLocations");
    related(json, 1, "the earlier " + previous.op(), previous.stack());
    related(json, 2, created(race.current().thread()), race.current().thread().createdAt());
    if (previous.thread().id() != race.current().thread().id()) {
      related(json, 3, created(previous.thread()), previous.thread().createdAt());
    }
    related(json, 4, submitted(race.current().thread()), race.current().thread().submittedAt());
    related(json, 5, submitted(previous.thread()), previous.thread().submittedAt());
    json.writeEndArray();
    json.writeArrayFieldStart("stacks");
    stack(json, "the " + race.current().op() + by(race.current().thread()), race.current().stack());
    stack(json, "the earlier " + previous.op() + by(previous.thread()), previous.stack());
    json.writeEndArray();
  }

  private void escapeDetails(JsonGenerator json, ReportedEscape escape) throws IOException {
    json.writeArrayFieldStart("relatedLocations");
    related(json, 1, "the task was submitted here", escape.submittedAt());
    json.writeEndArray();
    json.writeArrayFieldStart("stacks");
    stack(json, "where it was thrown", escape.stack());
    json.writeEndArray();
  }

  private static String by(ThreadFacts thread) {
    return " by " + named(thread);
  }

  private static String created(ThreadFacts thread) {
    return named(thread) + " was created here";
  }

  private static String submitted(ThreadFacts thread) {
    return "the task of " + named(thread) + " was submitted here";
  }

  private static String named(ThreadFacts thread) {
    return (thread.virtual() ? "virtual thread" : "thread")
        + (thread.name().isEmpty() ? " " + thread.id() : " \"" + thread.name() + "\"");
  }

  private void related(JsonGenerator json, int id, String text, StackTraceElement[] stack)
      throws IOException {
    StackTraceElement frame = app.innermost(Frames.trim(stack));
    if (frame != null) {
      json.writeStartObject();
      json.writeNumberField("id", id);
      location(json, frame);
      message(json, "message", text);
      json.writeEndObject();
    }
  }

  private void stack(JsonGenerator json, String text, StackTraceElement[] stack)
      throws IOException {
    json.writeStartObject();
    message(json, "message", text);
    json.writeArrayFieldStart("frames");
    for (StackTraceElement frame : Frames.trim(stack)) {
      json.writeStartObject();
      json.writeObjectFieldStart("location");
      location(json, frame);
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The members of a location object. */
  private void location(JsonGenerator json, StackTraceElement frame) throws IOException {
    if (app.owns(frame) || !Frames.isJdk(frame.getClassName())) {
      Place place = sources.place(frame);
      json.writeObjectFieldStart("physicalLocation");
      json.writeObjectFieldStart("artifactLocation");
      json.writeStringField("uri", place.uri());
      json.writeStringField("uriBaseId", ROOT);
      json.writeEndObject();
      json.writeObjectFieldStart("region");
      json.writeNumberField("startLine", place.line());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeArrayFieldStart("logicalLocations");
    json.writeStartObject();
    json.writeStringField("fullyQualifiedName", frame.getClassName() + "." + frame.getMethodName());
    json.writeStringField("kind", "function");
    json.writeEndObject();
    json.writeEndArray();
  }

  static void message(JsonGenerator json, String name, String text) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", text);
    json.writeEndObject();
  }
}
