package dev.racedetect.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.racedetect.runtime.report.Coverage;
import dev.racedetect.runtime.report.Summary;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The sums of the runs whose files were read. */
final class RunTotals {

  private final Map<String, Integer> degraded = new TreeMap<>();
  private final Map<String, Long> skipped = new TreeMap<>();
  private final Map<String, Integer> otherKinds = new TreeMap<>();
  private long instrumented;
  private int suppressed;
  private int foreign;
  private long millis;

  void degraded(JsonNode record) {
    degraded.merge(record.path("what").asText(), 1, Integer::sum);
  }

  void otherKind(String kind) {
    otherKinds.merge(kind, 1, Integer::sum);
  }

  void summary(JsonNode summary) {
    JsonNode classes = summary.path("classes");
    instrumented += classes.path("instrumented").asLong();
    long unexplained = classes.path("skipped").asLong();
    for (Map.Entry<String, JsonNode> reason : classes.path("reasons").properties()) {
      skipped.merge(reason.getKey(), reason.getValue().asLong(), Long::sum);
      unexplained -= reason.getValue().asLong();
    }
    if (unexplained > 0) {
      skipped.merge("for unknown reasons", unexplained, Long::sum);
    }
    suppressed += summary.path("suppressed").asInt();
    foreign += summary.path("foreign").asInt();
    millis += Math.round(summary.path("seconds").asDouble() * 1000);
  }

  Map<String, Integer> degraded() {
    return Collections.unmodifiableMap(degraded);
  }

  Map<String, Integer> otherKinds() {
    return Collections.unmodifiableMap(otherKinds);
  }

  /**
   * The sum of all runs.
   *
   * @param foreignRecords distinct foreign races of which there is a record and that need not be
   *     stated again; 0 when the runs only counted them
   */
  Summary summary(int races, int escapes, int foreignRecords) {
    Coverage.Skipped[] reasons =
        skipped.entrySet().stream()
            .map(entry -> new Coverage.Skipped(entry.getKey(), entry.getValue(), ""))
            .toArray(Coverage.Skipped[]::new);
    int degradations = degraded.values().stream().mapToInt(Integer::intValue).sum();
    return new Summary(
        races,
        escapes,
        suppressed,
        foreignRecords > 0 ? 0 : foreign,
        degradations,
        new Coverage.Counts(instrumented, reasons),
        millis);
  }
}
