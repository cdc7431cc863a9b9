package dev.racedetect.runtime.report;

import org.jspecify.annotations.Nullable;

/**
 * Walks through a JSON text (RFC 8259). The caller says what it expects next; anything else is an
 * {@code IllegalArgumentException} that names the line.
 */
final class JsonReader {

  private final String text;
  private int at;

  JsonReader(String text) {
    this.text = text;
  }

  /** Goes into an object or array. */
  void open(char bracket) {
    expect(bracket);
  }

  /**
   * Whether an element comes next, in an object or array that was opened; goes out of it if not.
   *
   * @param closing its closing bracket
   * @param first whether no element was read yet
   */
  boolean more(char closing, boolean first) {
    if (peek() == closing) {
      at++;
      return false;
    }
    if (!first) {
      expect(',');
    }
    return true;
  }

  /** The name of the member that comes next. */
  String name() {
    String name = string();
    expect(':');
    return name;
  }

  /** A string, or null when it is anything else. */
  @Nullable String stringOrNull() {
    if (peek() == '"') {
      return string();
    }
    skip();
    return null;
  }

  /** Passes over a value of any kind. */
  void skip() {
    char c = peek();
    if (c == '"') {
      string();
    } else if (c == '{') {
      open('{');
      for (boolean first = true; more('}', first); first = false) {
        name();
        skip();
      }
    } else if (c == '[') {
      open('[');
      for (boolean first = true; more(']', first); first = false) {
        skip();
      }
    } else {
      word();
    }
  }

  /** A number or one of {@code true}, {@code false}, {@code null}, as text. */
  String word() {
    blanks();
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw wrong();
    }
    return text.substring(start, at);
  }

  /** Makes sure that nothing but blanks follows. */
  void end() {
    blanks();
    if (at < text.length()) {
      throw wrong();
    }
  }

  /** The character that comes next, after blanks. */
  char peek() {
    blanks();
    if (at == text.length()) {
      throw wrong();
    }
    return text.charAt(at);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw wrong();
    }
    at++;
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      out.append(c == '\\' ? escaped() : c);
    }
    throw wrong();
  }

  private char escaped() {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    switch (c) {
      case '"', '\\', '/' -> {
        return c;
      }
      case 'b' -> {
        return '\b';
      }
      case 'f' -> {
        return '\f';
      }
      case 'n' -> {
        return '\n';
      }
      case 'r' -> {
        return '\r';
      }
      case 't' -> {
        return '\t';
      }
      case 'u' -> {
        int value = 0;
        for (int i = 0; i < 4; i++) {
          int digit = at < text.length() ? Character.digit(text.charAt(at++), 16) : -1;
          if (digit < 0) {
            throw wrong();
          }
          value = value << 4 | digit;
        }
        return (char) value;
      }
      default -> throw wrong();
    }
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private static boolean isWord(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c == '-' || c == '+' || c == '.'
        || c == 'E';
  }

  private IllegalArgumentException wrong() {
    int line = 1;
    for (int i = 0; i < at && i < text.length(); i++) {
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    return new IllegalArgumentException("line " + line);
  }
}
