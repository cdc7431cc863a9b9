package dev.racedetect.runtime.report;

import dev.racedetect.runtime.escape.EscapeFinding;
import dev.racedetect.runtime.escape.Fault;
import dev.racedetect.runtime.options.OptionException;
import dev.racedetect.runtime.options.Wildcards;
import dev.racedetect.runtime.race.AccessFacts;
import dev.racedetect.runtime.race.Frames;
import dev.racedetect.runtime.race.Location;
import dev.racedetect.runtime.race.RaceFinding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Findings that the user does not want to see, in ThreadSanitizer's syntax: lines {@code
 * type:pattern}, comments start with {@code #}.
 *
 * <p>A pattern matches any part of a text; {@code *} stands for any characters, {@code ^} at its
 * start and {@code $} at its end bind it there. Elsewhere a dollar sign is one, as in names of
 * nested classes. {@code race:} is matched against every frame of both accesses and of the creation
 * of both threads, and against the field; {@code race_top:} against the innermost frame of both
 * accesses. A frame matches by {@code com.acme.Counter.inc} or by its file name.
 *
 * <p>{@code escape:} lines are for escaped exceptions and never match a race: they are matched
 * against the classes of the exception and of its causes, against every frame of these and of the
 * submission, and against the way of escape.
 */
final class Suppressions {

  private static final String TYPES = "race, race_top, escape";

  /** Of {@code race:}, as {@link Wildcards} patterns for the whole text. */
  private final String[] anywhere;

  /** Of {@code race_top:}, in the same form. */
  private final String[] top;

  /** Of {@code escape:}, in the same form. */
  private final String[] escapes;

  private Suppressions(String[] anywhere, String[] top, String[] escapes) {
    this.anywhere = anywhere;
    this.top = top;
    this.escapes = escapes;
  }

  /** Suppresses nothing. */
  static Suppressions none() {
    return new Suppressions(new String[0], new String[0], new String[0]);
  }

  /**
   * Reads a file.
   *
   * @throws OptionException when the file cannot be read or a line not be understood
   */
  static Suppressions load(String file) throws OptionException {
    try {
      return parse(file, new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8));
    } catch (IOException | InvalidPathException e) {
      throw new OptionException("option suppressions: cannot read " + file + " (" + e + ")");
    }
  }

  /**
   * Reads the content of a file.
   *
   * @param file name of the file, for messages
   * @throws OptionException when a line cannot be understood
   */
  static Suppressions parse(String file, String text) throws OptionException {
    String[] anywhere = new String[0];
    String[] top = new String[0];
    String[] escapes = new String[0];
    int line = 0;
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      String entry = text.substring(start, end).trim();
      start = end + 1;
      line++;
      if (entry.isEmpty() || entry.charAt(0) == '#') {
        continue;
      }
      int colon = entry.indexOf(':');
      String type = colon < 0 ? entry : entry.substring(0, colon).trim();
      String pattern = colon < 0 ? "" : entry.substring(colon + 1).trim();
      if (pattern.isEmpty()) {
        throw new OptionException(
            "option suppressions: "
                + file
                + " line "
                + line
                + ": '"
                + entry
                + "' is not type:pattern; valid types: "
                + TYPES);
      }
      if (type.equals("race")) {
        anywhere = append(anywhere, wholeText(pattern));
      } else if (type.equals("race_top")) {
        top = append(top, wholeText(pattern));
      } else if (type.equals("escape")) {
        escapes = append(escapes, wholeText(pattern));
      } else {
        throw new OptionException(
            "option suppressions: "
                + file
                + " line "
                + line
                + ": unknown type '"
                + type
                + "'; valid types: "
                + TYPES);
      }
    }
    return new Suppressions(anywhere, top, escapes);
  }

  private static String wholeText(String pattern) {
    boolean atStart = pattern.startsWith("^");
    boolean atEnd = pattern.endsWith("$");
    String body = pattern.substring(atStart ? 1 : 0, pattern.length() - (atEnd ? 1 : 0));
    return (atStart ? "" : "*") + body + (atEnd ? "" : "*");
  }

  private static String[] append(String[] patterns, String pattern) {
    String[] longer = new String[patterns.length + 1];
    System.arraycopy(patterns, 0, longer, 0, patterns.length);
    longer[patterns.length] = pattern;
    return longer;
  }

  /** Whether a race is suppressed. */
  boolean match(RaceFinding finding) {
    if (anywhere.length == 0 && top.length == 0) {
      return false;
    }
    Location location = finding.location();
    return matches(anywhere, location.className() + "." + location.name())
        || matches(finding.current())
        || matches(finding.previous());
  }

  /** Whether an escaped exception is suppressed. */
  boolean match(EscapeFinding finding) {
    if (escapes.length == 0) {
      return false;
    }
    for (Fault fault = finding.fault(); fault != null; fault = fault.cause()) {
      if (matches(escapes, fault.className()) || matchesAny(escapes, fault.stack())) {
        return true;
      }
    }
    return matches(escapes, finding.how().word())
        || matchesAny(escapes, Frames.trim(finding.submittedAt()));
  }

  private boolean matches(AccessFacts access) {
    StackTraceElement[] stack = Frames.trim(access.stack());
    if (stack.length > 0 && matches(top, stack[0])) {
      return true;
    }
    return matchesAny(anywhere, stack)
        || matchesAny(anywhere, Frames.trim(access.thread().createdAt()));
  }

  private static boolean matchesAny(String[] patterns, StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (matches(patterns, frame)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String[] patterns, StackTraceElement frame) {
    String file = frame.getFileName();
    return matches(patterns, frame.getClassName() + "." + frame.getMethodName())
        || file != null && matches(patterns, file);
  }

  private static boolean matches(String[] patterns, String text) {
    for (String pattern : patterns) {
      if (Wildcards.matches(pattern, text)) {
        return true;
      }
    }
    return false;
  }
}
