package dev.racedetect.report;

import static dev.racedetect.report.Members.array;
import static dev.racedetect.report.Members.frame;
import static dev.racedetect.report.Members.member;
import static dev.racedetect.report.Members.stack;
import static dev.racedetect.report.Members.text;
import static dev.racedetect.report.Members.textOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.racedetect.runtime.race.AccessFacts;
import dev.racedetect.runtime.race.Location;
import dev.racedetect.runtime.race.LockFacts;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.TestFacts;
import dev.racedetect.runtime.race.ThreadFacts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a JSON record of kind {@code race} or {@code foreign}, schema 1, into a race. */
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
      threads.put(text(thread, "id"), Members.thread(thread));
    }
    JsonNode accesses = array(race, "accesses");
    if (accesses.size() != 2) {
      throw new IllegalArgumentException("'accesses' must have two elements");
    }
    RaceFinding finding =
        new RaceFinding(
            location(member(race, "location")),
            access(accesses.get(0), threads),
            access(accesses.get(1), threads),
            tests(race),
            // Only a hint is drawn from it, which the record brings along.
            false);
    return new ReportedRace(
        text(race, "fingerprint"), finding, textOrNull(race, "hint"), Provenance.of(race));
  }

  private static @Nullable TestFacts tests(JsonNode race) {
    String owner = textOrNull(race, "test");
    return owner == null ? null : new TestFacts(owner, textOrNull(race, "bystander"));
  }

  private static Location location(JsonNode location) {
    return new Location(
        text(location, "kind"),
        text(location, "class"),
        location.path("name").asText(""),
        location.path("index").asInt(-1),
        textOrNull(location, "object"),
        textOrNull(location, "declaration"),
        textOrNull(location, "value"));
  }

  private static AccessFacts access(JsonNode access, Map<String, ThreadFacts> threads) {
    ThreadFacts thread = threads.get(text(access, "thread"));
    if (thread == null) {
      throw new IllegalArgumentException("'threads' lacks " + text(access, "thread"));
    }
    String op = text(access, "op");
    if (op.isEmpty()) {
      throw new IllegalArgumentException("'op' is empty");
    }
    return new AccessFacts(
        op,
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
}
