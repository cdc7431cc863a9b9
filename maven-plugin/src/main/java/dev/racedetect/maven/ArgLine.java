package dev.racedetect.maven;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of JVM arguments in the form that Surefire reads: separated by white space, single or
 * double quotes keep one together, there is no escape. What others wrote stays as it is.
 */
final class ArgLine {

  private ArgLine() {}

  /**
   * Puts an agent in front.
   *
   * @param argument {@code -javaagent:jar=options}, without double quotes
   * @param jar the agent's jar; earlier entries of it are removed
   * @param line the arguments so far
   */
  static String prepend(String argument, String jar, String line) {
    String rest = without("-javaagent:" + jar, line);
    return rest.isEmpty() ? quoted(argument) : quoted(argument) + " " + rest;
  }

  private static String without(String agent, String line) {
    List<String> kept = new ArrayList<>();
    for (String raw : split(line)) {
      String argument = raw.replace("\"", "").replace("'", "");
      String start = agent.replace("'", "");
      if (!argument.equals(start) && !argument.startsWith(start + "=")) {
        kept.add(raw);
      }
    }
    return String.join(" ", kept);
  }

  /** Splits at white space outside of quotes; the quotes are kept. */
  private static List<String> split(String line) {
    List<String> arguments = new ArrayList<>();
    StringBuilder argument = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote == 0 && Character.isWhitespace(c)) {
        add(arguments, argument);
        continue;
      }
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      argument.append(c);
    }
    add(arguments, argument);
    return arguments;
  }

  private static void add(List<String> arguments, StringBuilder argument) {
    if (!argument.isEmpty()) {
      arguments.add(argument.toString());
      argument.setLength(0);
    }
  }

  private static String quoted(String argument) {
    boolean plain =
        argument.chars().noneMatch(c -> Character.isWhitespace(c) || c == '\'' || c == '"');
    return plain ? argument : '"' + argument + '"';
  }
}
