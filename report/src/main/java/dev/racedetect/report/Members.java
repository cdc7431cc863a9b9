package dev.racedetect.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.racedetect.runtime.race.ThreadFacts;
import org.jspecify.annotations.Nullable;

/**
 * Reads members of records, schema 1. What is missing or of the wrong type is an {@code
 * IllegalArgumentException} whose message names it.
 */
final class Members {

  private Members() {}

  static JsonNode member(JsonNode parent, String name) {
    JsonNode member = parent.get(name);
    if (member == null) {
      throw new IllegalArgumentException("'" + name + "' is missing");
    }
    return member;
  }

  static JsonNode array(JsonNode parent, String name) {
    JsonNode member = member(parent, name);
    if (!member.isArray()) {
      throw new IllegalArgumentException("'" + name + "' is not an array");
    }
    return member;
  }

  static String text(JsonNode parent, String name) {
    JsonNode member = member(parent, name);
    if (!member.isTextual()) {
      throw new IllegalArgumentException("'" + name + "' is not a string");
    }
    return member.asText();
  }

  static @Nullable String textOrNull(JsonNode parent, String name) {
    JsonNode member = parent.path(name);
    return member.isTextual() ? member.asText() : null;
  }

  static ThreadFacts thread(JsonNode thread) {
    String id = text(thread, "id");
    long number;
    try {
      number = Long.parseLong(id.substring(Math.min(1, id.length())));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + id + "' is not the id of a thread", e);
    }
    return new ThreadFacts(
        number,
        thread.path("name").asText(""),
        thread.path("virtual").asBoolean(),
        thread.path("state").asText().equals("finished"),
        textOrNull(thread, "createdBy"),
        stackOrEmpty(thread, "createdAt"),
        stackOrEmpty(thread, "submittedAt"));
  }

  static StackTraceElement[] stack(JsonNode parent, String name) {
    return stack(array(parent, name));
  }

  /** A stack that may be missing or null. */
  static StackTraceElement[] stackOrEmpty(JsonNode parent, String name) {
    JsonNode frames = parent.path(name);
    return frames.isArray() ? stack(frames) : new StackTraceElement[0];
  }

  private static StackTraceElement[] stack(JsonNode frames) {
    StackTraceElement[] stack = new StackTraceElement[frames.size()];
    for (int i = 0; i < stack.length; i++) {
      stack[i] = frame(frames.get(i));
    }
    return stack;
  }

  /** A frame; the library that it belongs to, if the detector knew one, becomes its module. */
  static StackTraceElement frame(JsonNode frame) {
    return new StackTraceElement(
        null,
        textOrNull(frame, "library"),
        textOrNull(frame, "version"),
        text(frame, "class"),
        text(frame, "method"),
        textOrNull(frame, "file"),
        frame.path("line").asInt(-1));
  }
}
