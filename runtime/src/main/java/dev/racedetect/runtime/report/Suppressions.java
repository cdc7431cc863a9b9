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
 * nested classes. The types:
 *
 * <ul>
 *   <li>{@code race:} is matched against every frame of both accesses and of the creation of both
 *       threads, and against the field. With two patterns, {@code race:A && B}, it is bound to the
 *       pair: the stack of one access must match the first, that of the other the second.
 *   <li>{@code race_top:} is matched against the innermost frame of both accesses, or of each with
 *       two patterns.
 *   <li>{@code race_location:} is matched against the field, array type or collection only.
 *   <li>{@code escape:} is matched against the class and every frame of an escaped exception and of
 *       its causes, of the submission of its task, and against the way in which it escaped. It
 *       never matches a race.
 * </ul>
 *
 * A frame matches by {@code com.acme.Counter.inc} or by its file name. Not thread-safe.
 */
public final class Suppressions {

  private static final String RACE = "race";
  private static final String RACE_TOP = "race_top";
  private static final String RACE_LOCATION = "race_location";
  private static final String ESCAPE = "escape";

  private static final String TYPES = "race, race_top, race_location, escape";
  private static final String PAIR = "&&";

  private final Rule[] rules;

  private Suppressions(Rule[] rules) {
    this.rules = rules;
  }

  /** A line of the file. */
  private static final class Rule {
    final String type;

    /** One pattern, or one for each access; in the form of {@link Wildcards} for whole texts. */
    final String[] patterns;

    /** File, line and text, for messages. */
    final String source;

    boolean used;

    Rule(String type, String[] patterns, String source) {
      this.type = type;
      this.patterns = patterns;
      this.source = source;
    }
  }

  /** Suppresses nothing. */
  static Suppressions none() {
    return new Suppressions(new Rule[0]);
  }

  /**
   * Reads a file.
   *
   * @throws OptionException when the file cannot be read or a line not be understood
   */
  public static Suppressions load(String file) throws OptionException {
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
    Rule[] rules = new Rule[0];
    int line = 0;
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      String entry = text.substring(start, end).trim();
      start = end + 1;
      line++;
      if (!entry.isEmpty() && entry.charAt(0) != '#') {
        Rule[] longer = new Rule[rules.length + 1];
        System.arraycopy(rules, 0, longer, 0, rules.length);
        longer[rules.length] = rule(entry, file + " line " + line + ": ");
        rules = longer;
      }
    }
    return new Suppressions(rules);
  }

  private static Rule rule(String entry, String place) throws OptionException {
    int colon = entry.indexOf(':');
    String type = colon < 0 ? entry : entry.substring(0, colon).trim();
    String pattern = colon < 0 ? "" : entry.substring(colon + 1).trim();
    boolean valid =
        type.equals(RACE)
            || type.equals(RACE_TOP)
            || type.equals(RACE_LOCATION)
            || type.equals(ESCAPE);
    if (!valid && !pattern.isEmpty()) {
      throw new OptionException(
          "option suppressions: " + place + "unknown type '" + type + "'; valid types: " + TYPES);
    }
    int pair = type.equals(RACE) || type.equals(RACE_TOP) ? pattern.indexOf(PAIR) : -1;
    String first = pair < 0 ? pattern : pattern.substring(0, pair).trim();
    String second = pair < 0 ? "" : pattern.substring(pair + PAIR.length()).trim();
    if (!valid || first.isEmpty() || pair >= 0 && second.isEmpty()) {
      throw new OptionException(
          "option suppressions: "
              + place
              + "'"
              + entry
              + "' is not type:pattern; valid types: "
              + TYPES);
    }
    String[] patterns =
        pair < 0
            ? new String[] {wholeText(first)}
            : new String[] {wholeText(first), wholeText(second)};
    return new Rule(type, patterns, place + entry);
  }

  private static String wholeText(String pattern) {
    boolean atStart = pattern.startsWith("^");
    boolean atEnd = pattern.endsWith("$");
    String body = pattern.substring(atStart ? 1 : 0, pattern.length() - (atEnd ? 1 : 0));
    return (atStart ? "" : "*") + body + (atEnd ? "" : "*");
  }

  /** Whether a race is suppressed. */
  boolean match(RaceFinding finding) {
    for (Rule rule : rules) {
      if (!rule.type.equals(ESCAPE) && matches(rule, finding)) {
        rule.used = true;
        return true;
      }
    }
    return false;
  }

  /** Whether an escaped exception is suppressed. */
  boolean match(EscapeFinding finding) {
    for (Rule rule : rules) {
      if (rule.type.equals(ESCAPE) && matches(rule.patterns[0], finding)) {
        rule.used = true;
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, EscapeFinding finding) {
    for (Fault fault = finding.fault(); fault != null; fault = fault.cause()) {
      if (Wildcards.matches(pattern, fault.className()) || matchesAny(pattern, fault.stack())) {
        return true;
      }
    }
    return Wildcards.matches(pattern, finding.how().word())
        || matchesAny(pattern, Frames.trim(finding.submittedAt()));
  }

  /**
   * The rules that have not suppressed anything, as file, line and text.
   *
   * @param escapes whether escaped exceptions are watched; rules for them count only then
   */
  String[] unused(boolean escapes) {
    String[] unused = new String[rules.length];
    int count = 0;
    for (Rule rule : rules) {
      if (!rule.used && (escapes || !rule.type.equals(ESCAPE))) {
        unused[count++] = rule.source;
      }
    }
    String[] result = new String[count];
    System.arraycopy(unused, 0, result, 0, count);
    return result;
  }

  private static boolean matches(Rule rule, RaceFinding finding) {
    Location location = finding.location();
    String[] patterns = rule.patterns;
    if (rule.type.equals(RACE_LOCATION)) {
      return Wildcards.matches(patterns[0], location.member());
    }
    boolean top = rule.type.equals(RACE_TOP);
    AccessFacts current = finding.current();
    AccessFacts previous = finding.previous();
    if (patterns.length == 2) {
      return matches(patterns[0], current, top) && matches(patterns[1], previous, top)
          || matches(patterns[1], current, top) && matches(patterns[0], previous, top);
    }
    return !top
            && (Wildcards.matches(patterns[0], location.className() + "." + location.name())
                || matchesAny(patterns[0], Frames.trim(current.thread().createdAt()))
                || matchesAny(patterns[0], Frames.trim(previous.thread().createdAt())))
        || matches(patterns[0], current, top)
        || matches(patterns[0], previous, top);
  }

  private static boolean matches(String pattern, AccessFacts access, boolean top) {
    StackTraceElement[] stack = Frames.trim(access.stack());
    return top ? stack.length > 0 && matches(pattern, stack[0]) : matchesAny(pattern, stack);
  }

  private static boolean matchesAny(String pattern, StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (matches(pattern, frame)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, StackTraceElement frame) {
    String file = frame.getFileName();
    return Wildcards.matches(pattern, frame.getClassName() + "." + frame.getMethodName())
        || file != null && Wildcards.matches(pattern, file);
  }
}
