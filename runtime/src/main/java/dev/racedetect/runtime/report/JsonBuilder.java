package dev.racedetect.runtime.report;

import org.jspecify.annotations.Nullable;

/**
 * Builds one line of JSON (RFC 8259). Commas are placed by the builder; the caller keeps the
 * nesting right.
 */
final class JsonBuilder {

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder(512);
  private boolean comma;

  /** Starts an object, as a member if a name was written just before. */
  JsonBuilder object() {
    return open('{');
  }

  /** Ends an object. */
  JsonBuilder endObject() {
    return close('}');
  }

  /** Starts an array. */
  JsonBuilder array() {
    return open('[');
  }

  /** Ends an array. */
  JsonBuilder endArray() {
    return close(']');
  }

  /** Writes the name of a member; its value comes next. */
  JsonBuilder name(String name) {
    separate();
    quote(name);
    out.append(':');
    comma = false;
    return this;
  }

  /** Writes a string value, or null. */
  JsonBuilder value(@Nullable String text) {
    separate();
    if (text == null) {
      out.append("null");
    } else {
      quote(text);
    }
    comma = true;
    return this;
  }

  /** Writes a whole number. */
  JsonBuilder value(long number) {
    return raw(Long.toString(number));
  }

  /** Writes a truth value. */
  JsonBuilder value(boolean truth) {
    return raw(truth ? "true" : "false");
  }

  /** Writes text that is JSON already. */
  JsonBuilder raw(String json) {
    separate();
    out.append(json);
    comma = true;
    return this;
  }

  /** The line with its end. */
  String line() {
    return out.append('\n').toString();
  }

  private JsonBuilder open(char bracket) {
    separate();
    out.append(bracket);
    comma = false;
    return this;
  }

  private JsonBuilder close(char bracket) {
    out.append(bracket);
    comma = true;
    return this;
  }

  private void separate() {
    if (comma) {
      out.append(',');
    }
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f || isLone(text, i)) {
        escape(c);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private void escape(char c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX.charAt((c >>> shift) & 0xf));
        }
      }
    }
  }

  /** A surrogate without its partner has no UTF-8 form; escaped it survives. */
  private static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
