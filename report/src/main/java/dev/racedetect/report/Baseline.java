package dev.racedetect.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The file of known findings: a JSON object {@code {"schema":1,"findings":[...]}} of entries
 * ordered by fingerprint, so that versions of it compare well. Not thread-safe.
 */
public final class Baseline {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SCHEMA = 1;

  private final Map<String, BaselineEntry> entries = new TreeMap<>();

  /** Creates an empty baseline. */
  public Baseline() {}

  /**
   * Reads a file.
   *
   * @throws FindingsException when it cannot be read or understood
   */
  public static Baseline read(Path file) throws FindingsException {
    Baseline baseline = new Baseline();
    try {
      JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
      if (root.path("schema").asInt() != SCHEMA || !root.path("findings").isArray()) {
        throw new FindingsException(
            file + ": not a baseline of schema " + SCHEMA + "; make one by 'racedetect baseline'");
      }
      for (JsonNode entry : root.path("findings")) {
        baseline.put(entry(entry));
      }
    } catch (JsonProcessingException e) {
      throw new FindingsException(
          file + " line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
              + ": not a JSON baseline");
    } catch (IllegalArgumentException e) {
      throw new FindingsException(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new FindingsException(file + ": cannot be read (" + e + ")");
    }
    return baseline;
  }

  private static BaselineEntry entry(JsonNode entry) {
    return new BaselineEntry(
        Members.text(entry, "fingerprint"),
        entry.path("kind").asText("race"),
        entry.path("what").asText(""),
        Members.textOrNull(entry, "owner"),
        Members.textOrNull(entry, "reason"),
        date(Members.textOrNull(entry, "expires")));
  }

  /**
   * Checks a date.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static @Nullable String date(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text).toString();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is not a date as 2026-12-31", e);
    }
  }

  /** Adds an entry, or replaces the one of the same fingerprint. */
  public void put(BaselineEntry entry) {
    entries.put(entry.fingerprint(), entry);
  }

  /** Removes an entry if there is one. */
  public void remove(String fingerprint) {
    entries.remove(fingerprint);
  }

  /** The entry of a finding; null when it is not known. */
  public @Nullable BaselineEntry entry(String fingerprint) {
    return entries.get(fingerprint);
  }

  /** All entries, ordered by fingerprint. */
  public Collection<BaselineEntry> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }

  /**
   * Writes a file, at once or not at all.
   *
   * @throws IOException when it cannot be written
   */
  public void write(Path file) throws IOException {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema", SCHEMA);
    ArrayNode array = root.putArray("findings");
    for (BaselineEntry entry : entries.values()) {
      ObjectNode node = array.addObject();
      node.put("fingerprint", entry.fingerprint());
      node.put("kind", entry.kind());
      node.put("what", entry.what());
      node.put("owner", entry.owner());
      node.put("reason", entry.reason());
      node.put("expires", entry.expires());
    }
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
    printer.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
    // Not a temporary file of the system's: those are readable by their owner only.
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.writeString(temporary, MAPPER.writer(printer).writeValueAsString(root) + "\n");
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
