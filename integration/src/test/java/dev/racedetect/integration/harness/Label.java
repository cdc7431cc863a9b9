package dev.racedetect.integration.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A race that a program announces by comments on the lines that race, as in {@code count++; // RACE
 * count}.
 *
 * <p>All lines with the same text belong to one label; a line may carry several, separated by
 * commas. The text names the location: a field, {@code Class.field}, an array's type ({@code
 * int[]}) or a collection's simple class name. A suffix {@code #n} tells races on fields of the
 * same name apart.
 *
 * @param text as in the comment
 * @param lines the lines that carry it, of which each reported pair must be taken
 */
record Label(String text, SortedSet<Integer> lines) {

  private static final Pattern COMMENT = Pattern.compile("//\\s*RACE\\s+(\\S.*)$");

  /** Returns the labels of a source text, in the order of their texts. */
  static List<Label> of(List<String> source) {
    Map<String, SortedSet<Integer>> linesOf = new TreeMap<>();
    for (int i = 0; i < source.size(); i++) {
      Matcher comment = COMMENT.matcher(source.get(i));
      if (comment.find()) {
        for (String text : comment.group(1).split(",", -1)) {
          linesOf.computeIfAbsent(text.strip(), key -> new TreeSet<>()).add(i + 1);
        }
      }
    }
    List<Label> labels = new ArrayList<>();
    linesOf.forEach((text, lines) -> labels.add(new Label(text, lines)));
    return labels;
  }

  /**
   * Returns whether a report is the one that this label announces: its location, and two of its
   * lines.
   *
   * @param file the name of the source file that carries the label
   */
  boolean announces(Race race, String file) {
    return matchesLocation(race)
        && matchesLine(race.current(), file)
        && matchesLine(race.previous(), file);
  }

  private boolean matchesLine(Race.Site site, String file) {
    return site.file().equals(file) && lines.contains(site.line());
  }

  private boolean matchesLocation(Race race) {
    int group = text.indexOf('#');
    String location = group < 0 ? text : text.substring(0, group);
    if (race.kind().equals("array") || race.kind().equals("collection")) {
      return isNamed(race.className(), location);
    }
    int dot = location.lastIndexOf('.');
    return race.member().equals(location.substring(dot + 1))
        && (dot < 0 || isNamed(race.className(), location.substring(0, dot)));
  }

  /** Compares a binary name with a name that may leave out package and enclosing classes. */
  private static boolean isNamed(String binaryName, String name) {
    return binaryName.equals(name)
        || binaryName.endsWith("." + name)
        || binaryName.endsWith("$" + name);
  }

  @Override
  public String toString() {
    return text + " on lines " + lines;
  }
}
