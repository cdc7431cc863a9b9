package dev.racedetect.integration.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An escaped exception that was reported.
 *
 * @param how the way of escape
 * @param exception the simple name of the exception's class
 * @param thread the name of the thread
 * @param places where it, its causes and the submission have been, as {@code file:line}
 */
public record Escape(String how, String exception, String thread, List<String> places) {

  static Escape of(JsonNode record) {
    List<String> places = new ArrayList<>();
    add(places, record.path("stack"));
    add(places, record.path("submittedAt"));
    record.path("causes").forEach(cause -> add(places, cause.path("stack")));
    String name = record.path("exception").asText();
    return new Escape(
        record.path("how").asText(),
        name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1),
        record.path("thread").path("name").asText(),
        List.copyOf(places));
  }

  private static void add(List<String> places, JsonNode stack) {
    stack.forEach(
        frame -> places.add(frame.path("file").asText() + ":" + frame.path("line").asInt()));
  }

  /** Whether the JVM itself prints it, so that there is only a record. */
  boolean isSilent() {
    return how.equals("thread-death") && thread.equals("main");
  }
}
