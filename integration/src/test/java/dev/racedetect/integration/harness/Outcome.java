package dev.racedetect.integration.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a JVM left behind when it had ended.
 *
 * @param exit the exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 * @param findings the lines of the detector's JSON file, in order; empty without the agent
 */
public record Outcome(int exit, String out, String err, List<JsonNode> findings) {

  /**
   * Returns the findings of one kind.
   *
   * @param kind {@code race}, {@code escape}, {@code degraded} or {@code summary}
   */
  public List<JsonNode> ofKind(String kind) {
    return findings.stream().filter(f -> f.path("kind").asText().equals(kind)).toList();
  }

  /** Returns the data races that were reported, in the order in which they were found. */
  public List<Race> races() {
    return ofKind("race").stream().map(Race::of).toList();
  }

  /** Returns the escaped exceptions that were reported, in that order. */
  public List<Escape> escapes() {
    return ofKind("escape").stream().map(Escape::of).toList();
  }

  /** Returns everything a reader needs who has to find out why a test failed. */
  public String describe() {
    StringBuilder text = new StringBuilder("exit status ").append(exit);
    races().forEach(race -> text.append("\nreported: ").append(race));
    escapes().forEach(escape -> text.append("\nreported: ").append(escape));
    ofKind("degraded").forEach(line -> text.append("\ndegraded: ").append(line));
    return text.append("\n--- out ---\n")
        .append(out)
        .append("\n--- err ---\n")
        .append(err)
        .toString();
  }
}
