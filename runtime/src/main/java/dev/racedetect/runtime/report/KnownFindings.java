package dev.racedetect.runtime.report;

import dev.racedetect.runtime.options.OptionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The findings that a baseline lists, as {@code racedetect baseline} writes it. Entries whose last
 * day is over count no more. Immutable.
 */
final class KnownFindings {

  private static final String OPTION = "option baseline: ";
  private static final KnownFindings NONE = new KnownFindings(new Entry[0]);

  /** Few, and asked for once a distinct race. */
  private final Entry[] entries;

  private KnownFindings(Entry[] entries) {
    this.entries = entries;
  }

  /**
   * A finding that is known.
   *
   * @param fingerprint its fingerprint
   * @param remarks owner, reason and last day for the line about it; empty for none
   */
  private record Entry(String fingerprint, String remarks) {}

  /** Knows nothing. */
  static KnownFindings none() {
    return NONE;
  }

  /**
   * Reads a file.
   *
   * @param today the present day, {@code 2026-11-27}, UTC
   * @throws OptionException when the file cannot be read or understood
   */
  static KnownFindings load(String file, String today) throws OptionException {
    try {
      byte[] bytes = Files.readAllBytes(Path.of(file));
      return parse(file, new String(bytes, StandardCharsets.UTF_8), today);
    } catch (IOException | InvalidPathException e) {
      throw new OptionException(OPTION + "cannot read " + file + " (" + e + ")");
    }
  }

  /**
   * Reads the content of a file.
   *
   * @param file name of the file, for messages
   * @throws OptionException when it cannot be understood
   */
  static KnownFindings parse(String file, String text, String today) throws OptionException {
    JsonReader json = new JsonReader(text);
    Entry[] entries = null;
    boolean schema = false;
    try {
      json.open('{');
      for (boolean first = true; json.more('}', first); first = false) {
        String name = json.name();
        if (name.equals("findings")) {
          entries = findings(json, today);
        } else if (name.equals("schema")) {
          schema = json.word().equals("1");
        } else {
          json.skip();
        }
      }
      json.end();
    } catch (IllegalArgumentException e) {
      throw new OptionException(OPTION + file + " " + e.getMessage() + " is not a baseline's");
    }
    if (!schema || entries == null) {
      throw new OptionException(
          OPTION + file + " is not a baseline of schema 1; make one by 'racedetect baseline'");
    }
    return new KnownFindings(entries);
  }

  private static Entry[] findings(JsonReader json, String today) {
    Entry[] entries = new Entry[16];
    int count = 0;
    json.open('[');
    for (boolean first = true; json.more(']', first); first = false) {
      Entry entry = entry(json, today);
      if (entry != null) {
        if (count == entries.length) {
          Entry[] longer = new Entry[2 * count];
          System.arraycopy(entries, 0, longer, 0, count);
          entries = longer;
        }
        entries[count++] = entry;
      }
    }
    Entry[] result = new Entry[count];
    System.arraycopy(entries, 0, result, 0, count);
    return result;
  }

  /** An entry; null when it has expired or names no finding. */
  private static @Nullable Entry entry(JsonReader json, String today) {
    String fingerprint = null;
    String owner = null;
    String reason = null;
    String expires = null;
    json.open('{');
    for (boolean first = true; json.more('}', first); first = false) {
      switch (json.name()) {
        case "fingerprint" -> fingerprint = json.stringOrNull();
        case "owner" -> owner = json.stringOrNull();
        case "reason" -> reason = json.stringOrNull();
        case "expires" -> expires = json.stringOrNull();
        default -> json.skip();
      }
    }
    // ISO dates are ordered as text.
    if (fingerprint == null || expires != null && expires.compareTo(today) < 0) {
      return null;
    }
    StringBuilder remarks = new StringBuilder();
    append(remarks, "owner ", owner);
    append(remarks, "", reason);
    append(remarks, "until ", expires);
    return new Entry(fingerprint, remarks.length() == 0 ? "" : " (" + remarks + ")");
  }

  private static void append(StringBuilder out, String label, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      out.append(out.length() == 0 ? "" : "; ").append(label).append(value);
    }
  }

  /**
   * What is known of a finding.
   *
   * @return owner, reason and last day in parentheses with a space before, or an empty text; null
   *     when the finding is not known
   */
  @Nullable String remarks(String fingerprint) {
    for (Entry entry : entries) {
      if (entry.fingerprint.equals(fingerprint)) {
        return entry.remarks;
      }
    }
    return null;
  }
}
