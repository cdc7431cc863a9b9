package dev.racedetect.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.racedetect.runtime.race.AccessFacts;
import dev.racedetect.runtime.race.Location;
import dev.racedetect.runtime.race.LockFacts;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.ThreadFacts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a JSON record of kind {@code race}, schema 1, into a race. */
final class RaceReader {

  private RaceReader() {}

  /**
   * Reads a race.
   *
   * @throws IllegalArgumentException when a member is missing or of the wrong type; the message
   *     names it
   */
  static ReportedRace read(JsonNode race) {
    Map<String, ThreadFacts> threads = new HashMap<>();
    for (JsonNode thread : array(race, "threads")) {
      threads.put(text(thread, "id"), thread(thread));
    }
    JsonNode accesses = array(race, "accesses");
    if (accesses.size() != 2) {
      throw new IllegalArgumentException("'accesses' must have two elements");
    }
    RaceFinding finding =
        new RaceFinding(
            location(member(race, "location")),
            access(accesses.get(0), threads),
            access(accesses.get(1), threads));
    return new ReportedRace(text(race, "fingerprint"), finding, textOrNull(race, "hint"));
  }

  private static Location location(JsonNode location) {
    return new Location(
        text(location, "kind"),
        text(location, "class"),
        location.path("name").asText(""),
        location.path("index").asInt(-1),
        textOrNull(location, "object"));
  }

  private static AccessFacts access(JsonNode access, Map<String, ThreadFacts> threads) {
    ThreadFacts thread = threads.get(text(access, "thread"));
    if (thread == null) {
      throw new IllegalArgumentException("'threads' lacks " + text(access, "thread"));
    }
    return new AccessFacts(
        text(access, "op"),
        thread,
        stack(access, "stack"),
        locks(access.path("locks")),
        textOrNull(access, "call"));
  }

  private static LockFacts @Nullable [] locks(JsonNode locks) {
    if (!locks.isArray()) {
      return null;
    }
    LockFacts[] result = new LockFacts[locks.size()];
    for (int i = 0; i < result.length; i++) {
      JsonNode at = locks.get(i).path("at");
      result[i] =
          new LockFacts(
              text(locks.get(i), "object"),
              at.isObject() ? new StackTraceElement[] {frame(at)} : null);
    }
    return result;
  }

  private static ThreadFacts thread(JsonNode thread) {
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
        stack(thread, "createdAt"));
  }

  private static StackTraceElement[] stack(JsonNode parent, String name) {
    JsonNode frames = array(parent, name);
    StackTraceElement[] stack = new StackTraceElement[frames.size()];
    for (int i = 0; i < stack.length; i++) {
      stack[i] = frame(frames.get(i));
    }
    return stack;
  }

  private static StackTraceElement frame(JsonNode frame) {
    return new StackTraceElement(
        text(frame, "class"),
        text(frame, "method"),
        textOrNull(frame, "file"),
        frame.path("line").asInt(-1));
  }

  private static JsonNode member(JsonNode parent, String name) {
    JsonNode member = parent.get(name);
    if (member == null) {
      throw new IllegalArgumentException("'" + name + "' is missing");
    }
    return member;
  }

  private static JsonNode array(JsonNode parent, String name) {
    JsonNode member = member(parent, name);
    if (!member.isArray()) {
      throw new IllegalArgumentException("'" + name + "' is not an array");
    }
    return member;
  }

  private static String text(JsonNode parent, String name) {
    JsonNode member = member(parent, name);
    if (!member.isTextual()) {
      throw new IllegalArgumentException("'" + name + "' is not a string");
    }
    return member.asText();
  }

  private static @Nullable String textOrNull(JsonNode parent, String name) {
    JsonNode member = parent.path(name);
    return member.isTextual() ? member.asText() : null;
  }
}
