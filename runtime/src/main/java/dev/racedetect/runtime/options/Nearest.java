package dev.racedetect.runtime.options;

import org.jspecify.annotations.Nullable;

/** The name that somebody may have meant, for messages about unknown ones. */
final class Nearest {

  private Nearest() {}

  /**
   * The candidate with the fewest letters inserted, removed or replaced (Levenshtein's distance).
   *
   * @param name what was written
   * @param candidates what there is
   * @return the first nearest one; null when more than a third of the letters differ
   */
  static @Nullable String to(String name, String[] candidates) {
    String nearest = null;
    int least = name.length() / 3 + 1;
    for (String candidate : candidates) {
      int distance = distance(name, candidate);
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
