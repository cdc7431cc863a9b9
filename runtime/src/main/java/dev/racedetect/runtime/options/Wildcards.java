package dev.racedetect.runtime.options;

/** Matching with {@code *}, which stands for any number of characters. */
public final class Wildcards {

  private Wildcards() {}

  /**
   * Whether a pattern matches a whole text. Takes time proportional to the product of the lengths
   * at worst.
   *
   * @param pattern literal characters and {@code *}
   * @param text the text
   */
  public static boolean matches(String pattern, String text) {
    int inPattern = 0;
    int inText = 0;
    int star = -1;
    int resume = 0;
    while (inText < text.length()) {
      if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
        star = inPattern++;
        resume = inText;
      } else if (inPattern < pattern.length() && pattern.charAt(inPattern) == text.charAt(inText)) {
        inPattern++;
        inText++;
      } else if (star >= 0) {
        // The last star takes one character more.
        inPattern = star + 1;
        inText = ++resume;
      } else {
        return false;
      }
    }
    while (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
      inPattern++;
    }
    return inPattern == pattern.length();
  }
}
