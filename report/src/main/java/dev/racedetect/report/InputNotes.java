package dev.racedetect.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was odd about the files that were read: thousands of files may be odd in the same way, so
 * each way is one sentence with a number and the first example.
 */
final class InputNotes {

  private record Note(long count, String first) {}

  private final Map<String, Note> notes = new LinkedHashMap<>();

  /**
   * Counts an oddity.
   *
   * @param what what it is, the same each time
   * @param where file, or file and line
   */
  void add(String what, String where) {
    notes.merge(what, new Note(1, where), (old, one) -> new Note(old.count + 1, old.first));
  }

  /** How often something happened. */
  long count(String what) {
    Note note = notes.get(what);
    return note == null ? 0 : note.count;
  }

  /** One sentence for each way. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    notes.forEach(
        (what, note) ->
            sentences.add(
                note.count == 1
                    ? note.first + ": " + what
                    : note.count + " times: " + what + "; first " + note.first));
    return sentences;
  }
}
