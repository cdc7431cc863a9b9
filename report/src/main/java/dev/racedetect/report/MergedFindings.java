package dev.racedetect.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racedetect.runtime.report.Coverage;
import dev.racedetect.runtime.report.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The findings of several files, each distinct one once. The first record of a finding is kept, the
 * others are counted. Not thread-safe.
 */
public final class MergedFindings {

  private static final int SCHEMA = 1;

  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<String, ReportedRace> races = new LinkedHashMap<>();
  private final Map<String, ReportedEscape> escapes = new LinkedHashMap<>();
  private final Map<String, Integer> occurrences = new TreeMap<>();
  private final Map<String, Integer> degraded = new TreeMap<>();
  private final Map<String, Long> skipped = new TreeMap<>();
  private final Map<String, Integer> otherKinds = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private long instrumented;
  private int suppressed;
  private int foreign;
  private long millis;

  /**
   * Adds the findings of a file. What is odd but harmless, as a last line cut off by the death of
   * its JVM, becomes a note.
   *
   * @param file a file of JSON lines
   * @throws FindingsException when it cannot be read or a line is no finding
   */
  public void add(Path file) throws FindingsException {
    String content = read(file);
    boolean complete = false;
    int line = 0;
    for (int start = 0; start < content.length(); ) {
      int newline = content.indexOf('\n', start);
      String record = content.substring(start, newline < 0 ? content.length() : newline);
      line++;
      if (!record.isBlank()) {
        try {
          complete |= add(mapper.readTree(record));
        } catch (JsonProcessingException | IllegalArgumentException e) {
          if (newline >= 0) {
            throw new FindingsException(file + " line " + line + ": " + reason(e));
          }
          notes.add(file + ": the last line is cut off and left out");
        }
      }
      start = newline < 0 ? content.length() : newline + 1;
    }
    if (!complete) {
      notes.add(file + ": no summary, the program was killed or still runs");
    }
  }

  private static String read(Path file) throws FindingsException {
    try {
      // Not Files.readString: it refuses a character cut in half at the end.
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new FindingsException(file + ": no such file");
    } catch (IOException e) {
      throw new FindingsException(file + ": cannot be read (" + e.getMessage() + ")");
    }
  }

  private static String reason(Exception e) {
    return e instanceof JsonProcessingException ? "not a JSON record" : e.getMessage();
  }

  /** Adds a record; whether it is a summary. */
  private boolean add(JsonNode record) {
    if (!record.path("schema").isInt() || !record.path("kind").isTextual()) {
      throw new IllegalArgumentException("not a finding ('schema' or 'kind' is missing)");
    }
    if (record.path("schema").asInt() != SCHEMA) {
      throw new IllegalArgumentException(
          "schema " + record.path("schema") + " is not known to this version");
    }
    String kind = record.path("kind").asText();
    switch (kind) {
      case "race" -> {
        ReportedRace race = RaceReader.read(record);
        races.putIfAbsent(race.fingerprint(), race);
        occurrences.merge(race.fingerprint(), 1, Integer::sum);
      }
      case "escape" -> {
        ReportedEscape escape = EscapeReader.read(record);
        escapes.putIfAbsent(escape.fingerprint(), escape);
        occurrences.merge(escape.fingerprint(), 1, Integer::sum);
      }
      case "degraded" -> degraded.merge(record.path("what").asText(), 1, Integer::sum);
      case "summary" -> addSummary(record);
      default -> otherKinds.merge(kind, 1, Integer::sum);
    }
    return kind.equals("summary");
  }

  private void addSummary(JsonNode summary) {
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

  /** The distinct races, in the order of the files. */
  public Collection<ReportedRace> races() {
    return Collections.unmodifiableCollection(races.values());
  }

  /** The distinct escaped exceptions, in the order of the files. */
  public Collection<ReportedEscape> escapes() {
    return Collections.unmodifiableCollection(escapes.values());
  }

  /**
   * In how many records a race or an escaped exception was found.
   *
   * @param fingerprint the race or the escape
   * @return 0 when it was not found
   */
  public int occurrences(String fingerprint) {
    return occurrences.getOrDefault(fingerprint, 0);
  }

  /** What the detectors could not do, with the number of times. */
  public Map<String, Integer> degraded() {
    return Collections.unmodifiableMap(degraded);
  }

  /** Records of kinds that this version does not show, with their numbers. */
  public Map<String, Integer> otherKinds() {
    return Collections.unmodifiableMap(otherKinds);
  }

  /** What was odd about the files, one sentence each. */
  public List<String> notes() {
    return Collections.unmodifiableList(notes);
  }

  /** The sum of all runs; races and escapes are the distinct ones. */
  public Summary summary() {
    Coverage.Skipped[] reasons =
        skipped.entrySet().stream()
            .map(entry -> new Coverage.Skipped(entry.getKey(), entry.getValue(), ""))
            .toArray(Coverage.Skipped[]::new);
    int degradations = degraded.values().stream().mapToInt(Integer::intValue).sum();
    return new Summary(
        races.size(),
        escapes.size(),
        suppressed,
        foreign,
        degradations,
        new Coverage.Counts(instrumented, reasons),
        millis);
  }
}
