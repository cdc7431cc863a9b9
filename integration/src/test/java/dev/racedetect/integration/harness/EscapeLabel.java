package dev.racedetect.integration.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment {@code // ESCAPE how Exception}: an exception of that class escapes in that way, and
 * was thrown, passed on or submitted on this line.
 *
 * @param how the way of escape
 * @param exception the simple name of the exception's class
 * @param line the line of the comment
 */
record EscapeLabel(String how, String exception, int line) {

  private static final Pattern COMMENT = Pattern.compile("// ESCAPE ([a-z-]+) (\\w+)");

  static List<EscapeLabel> of(List<String> source) {
    List<EscapeLabel> labels = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      Matcher comment = COMMENT.matcher(source.get(i));
      if (comment.find()) {
        labels.add(new EscapeLabel(comment.group(1), comment.group(2), i + 1));
      }
    }
    return List.copyOf(labels);
  }

  /** Whether a report is the announced one; {@code file} carries the comment. */
  boolean announces(Escape escape, String file) {
    return escape.how().equals(how)
        && escape.exception().equals(exception)
        && escape.places().contains(file + ":" + line);
  }
}
