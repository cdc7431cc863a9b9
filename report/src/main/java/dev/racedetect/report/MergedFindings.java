package dev.racedetect.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racedetect.runtime.report.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * The findings of any number of files, each distinct one once. The first record of a finding is
 * kept, the others are counted, so memory grows with the distinct findings only. Not thread-safe.
 */
public final class MergedFindings {

  static final int SCHEMA = 1;

  private static final String CUT_OFF =
      "a last line was cut off by the end of its process and is left out";
  private static final String NO_SUMMARY = "no summary, the program was killed or still runs";
  private static final String DAMAGED = "not a record of findings, left out";
  private static final String NEWER =
      "written by a newer version; read as far as this version understands";
  private static final String NOT_UNDERSTOOD =
      "written by a newer version and not understood, left out; use that version to read it";

  /** Kinds of records that this version knows. */
  private static final Set<String> KINDS =
      Set.of("race", "escape", "foreign", "degraded", "summary");

  private static final byte[] RECORD_START = {'{', '"', 's', 'c', 'h', 'e', 'm', 'a', '"', ':'};

  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<String, ReportedFinding> findings = new LinkedHashMap<>();
  private final Map<String, ReportedRace> foreign = new LinkedHashMap<>();
  private final Map<String, Integer> occurrences = new LinkedHashMap<>();

  private final Map<String, Whereabouts> whereabouts = new LinkedHashMap<>();

  /** Fingerprints that some run did not know. */
  private final Map<String, Boolean> unknown = new LinkedHashMap<>();

  private final RunTotals totals = new RunTotals();
  private final InputNotes notes = new InputNotes();

  /**
   * Adds the findings of a file, or of a folder's files whose names end in {@code .jsonl} or {@code
   * .json}. What is odd but harmless, as a last line cut off by the death of its JVM, becomes a
   * note.
   *
   * @param file a file of JSON lines, or a folder
   * @throws FindingsException when it cannot be read or is no file of findings
   */
  public void add(Path file) throws FindingsException {
    add(file, bytes -> {});
  }

  /**
   * Adds the findings of a file.
   *
   * @param progress receives the number of bytes read since the last call
   * @throws FindingsException when it cannot be read or is no file of findings
   */
  public void add(Path file, LongConsumer progress) throws FindingsException {
    try (InputStream in = Files.newInputStream(file)) {
      add(file.toString(), in, progress);
    } catch (NoSuchFileException e) {
      throw new FindingsException(file + ": no such file");
    } catch (IOException e) {
      throw new FindingsException(file + ": cannot be read (" + e.getMessage() + ")");
    }
  }

  /**
   * Adds the findings of a stream.
   *
   * @param name what to call it in messages
   * @throws FindingsException when it holds no findings
   * @throws IOException when it cannot be read
   */
  public void add(String name, InputStream in, LongConsumer progress)
      throws FindingsException, IOException {
    OneInput input = new OneInput(name);
    JsonLines.read(in, input, progress);
    if (!input.complete) {
      notes.add(NO_SUMMARY, name);
    }
  }

  /** Adds a record. Nothing is added when it throws. */
  private void add(RecordHead head, byte[] bytes, int offset, int length) throws IOException {
    String fingerprint = head.fingerprint();
    switch (head.kind()) {
      case "race", "escape" -> {
        if (!findings.containsKey(fingerprint)) {
          JsonNode record = mapper.readTree(bytes, offset, length);
          boolean race = head.kind().equals("race");
          findings.put(fingerprint, race ? RaceReader.read(record) : EscapeReader.read(record));
        }
        count(head);
      }
      case "foreign" -> {
        if (!foreign.containsKey(fingerprint)) {
          foreign.put(fingerprint, RaceReader.read(mapper.readTree(bytes, offset, length)));
        }
        count(head);
      }
      case "degraded" -> totals.degraded(mapper.readTree(bytes, offset, length));
      case "summary" -> totals.summary(mapper.readTree(bytes, offset, length));
      default -> totals.otherKind(head.kind());
    }
  }

  private void count(RecordHead head) {
    if (!head.version().isEmpty() || !head.host().isEmpty()) {
      whereabouts
          .computeIfAbsent(head.fingerprint(), k -> new Whereabouts())
          .add(head.version(), head.host());
    }
    occurrences.merge(head.fingerprint(), 1, Integer::sum);
    if (!head.known()) {
      unknown.put(head.fingerprint(), true);
    }
  }

  /** The distinct races and escaped exceptions, in the order of the files. */
  public Collection<ReportedFinding> findings() {
    return Collections.unmodifiableCollection(findings.values());
  }

  /** The distinct races without a frame of the program's own code. */
  public Collection<ReportedRace> foreign() {
    return Collections.unmodifiableCollection(foreign.values());
  }

  /**
   * In how many records a finding was found.
   *
   * @param fingerprint the finding
   * @return 0 when it was not found
   */
  public int occurrences(String fingerprint) {
    return occurrences.getOrDefault(fingerprint, 0);
  }

  /**
   * Where a finding was found, by version of the program and host.
   *
   * @param fingerprint the finding
   */
  public Whereabouts whereabouts(String fingerprint) {
    return whereabouts.getOrDefault(fingerprint, new Whereabouts());
  }

  /** Whether every run that found it had it in its baseline. */
  public boolean knownByRuns(String fingerprint) {
    return occurrences.containsKey(fingerprint) && !unknown.containsKey(fingerprint);
  }

  /** What the detectors could not do, with the number of times. */
  public Map<String, Integer> degraded() {
    return totals.degraded();
  }

  /** Records of kinds that this version does not show, with their numbers. */
  public Map<String, Integer> otherKinds() {
    return totals.otherKinds();
  }

  /** What was odd about the files, one sentence each. */
  public List<String> notes() {
    return notes.sentences();
  }

  /** Number of records that were left out because they could not be understood. */
  public long leftOut() {
    return notes.count(DAMAGED) + notes.count(NOT_UNDERSTOOD);
  }

  /**
   * The sum of all runs.
   *
   * @param races number of races to state
   * @param escapes number of escaped exceptions to state
   */
  public Summary summary(int races, int escapes) {
    return totals.summary(races, escapes, foreign.size());
  }

  /** The lines of one file. */
  private final class OneInput implements JsonLines.Sink {
    private final String name;
    private boolean complete;
    private boolean good;

    OneInput(String name) {
      this.name = name;
    }

    @Override
    public void line(byte[] bytes, int length, long number, boolean ended)
        throws FindingsException {
      if (isBlank(bytes, length) || record(bytes, 0, length, number)) {
        return;
      }
      // A process that was killed and another that appends to its file share a line.
      int second = lastStart(bytes, length);
      if (second > 0 && record(bytes, second, length, number)) {
        notes.add(CUT_OFF, name);
      } else if (!ended) {
        notes.add(CUT_OFF, name);
      } else if (!good) {
        throw new FindingsException(name + " line " + number + ": not a record of findings");
      } else {
        notes.add(DAMAGED, name + " line " + number);
      }
    }

    /** Adds a record; false when the line is none. */
    private boolean record(byte[] bytes, int offset, int length, long number)
        throws FindingsException {
      try {
        RecordHead head = RecordHead.read(bytes, offset, length - offset);
        if (head.schema() < SCHEMA || head.kind().isEmpty()) {
          return false;
        }
        if (head.schema() > SCHEMA) {
          newer(head, bytes, offset, length, name + " line " + number);
        } else {
          add(head, bytes, offset, length - offset);
        }
        good = true;
        complete |= head.kind().equals("summary");
        return true;
      } catch (IllegalArgumentException e) {
        throw new FindingsException(name + " line " + number + ": " + e.getMessage());
      } catch (IOException e) {
        return false;
      }
    }
  }

  /** Takes from a record of a newer schema what this version knows of it. */
  private void newer(RecordHead head, byte[] bytes, int offset, int length, String where)
      throws IOException {
    if (!KINDS.contains(head.kind())) {
      notes.add(NOT_UNDERSTOOD, where);
      return;
    }
    try {
      add(head, bytes, offset, length - offset);
      notes.add(NEWER, where);
    } catch (IllegalArgumentException e) {
      notes.add(NOT_UNDERSTOOD, where);
    }
  }

  private static boolean isBlank(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Where the last record of a line begins. */
  private static int lastStart(byte[] bytes, int length) {
    for (int at = length - RECORD_START.length; at > 0; at--) {
      int i = 0;
      while (i < RECORD_START.length && bytes[at + i] == RECORD_START[i]) {
        i++;
      }
      if (i == RECORD_START.length) {
        return at;
      }
    }
    return 0;
  }
}
