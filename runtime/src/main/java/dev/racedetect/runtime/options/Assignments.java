package dev.racedetect.runtime.options;

/** Reads {@code key=value} pairs one after the other. */
final class Assignments {

  private final String text;
  private final String separators;
  private final String source;
  private int at;
  private String key = "";
  private String value = "";

  /**
   * Starts before the first pair.
   *
   * @param text the pairs
   * @param separators the characters between pairs
   * @param source where the text comes from, for messages
   */
  Assignments(String text, String separators, String source) {
    this.text = text;
    this.separators = separators;
    this.source = source;
  }

  /** Goes to the next pair; false when there is none. */
  boolean next() throws OptionException {
    while (at < text.length() && separates(at)) {
      at++;
    }
    if (at == text.length()) {
      return false;
    }
    int start = at;
    while (at < text.length() && !separates(at) && text.charAt(at) != '=') {
      at++;
    }
    key = text.substring(start, at).trim();
    if (at == text.length() || text.charAt(at) != '=') {
      throw new OptionException(
          "'" + key + "' in " + source + " is not key=value; valid options: " + Option.keys());
    }
    at++;
    value = isQuote(at) ? quoted() : plain();
    return true;
  }

  private String plain() {
    int start = at;
    while (at < text.length() && !separates(at)) {
      at++;
    }
    return text.substring(start, at).trim();
  }

  private String quoted() throws OptionException {
    int end = text.indexOf(text.charAt(at), at + 1);
    if (end < 0 || end + 1 < text.length() && !separates(end + 1)) {
      throw new OptionException(
          "option " + key + " in " + source + ": the quoted value does not end with its quote");
    }
    String result = text.substring(at + 1, end);
    at = end + 1;
    return result;
  }

  private boolean isQuote(int index) {
    return index < text.length() && (text.charAt(index) == '"' || text.charAt(index) == '\'');
  }

  private boolean separates(int index) {
    return separators.indexOf(text.charAt(index)) >= 0;
  }

  String key() {
    return key;
  }

  String value() {
    return value;
  }

  String source() {
    return source;
  }
}
