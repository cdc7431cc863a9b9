package dev.racedetect.report;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML: elements are closed in order, and all text is escaped. */
final class HtmlWriter {

  private final Appendable out;
  private final Deque<String> open = new ArrayDeque<>();

  HtmlWriter(Appendable out) {
    this.out = out;
  }

  /**
   * Starts an element.
   *
   * @param attributes names and values by turns; an empty name is left out with its value
   */
  HtmlWriter open(String element, String... attributes) throws IOException {
    open.push(element);
    return tag(element, attributes);
  }

  /** An element without content and end tag, as {@code meta}. */
  HtmlWriter tag(String element, String... attributes) throws IOException {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i].isEmpty()) {
        out.append(' ').append(attributes[i]).append("=\"");
        text(attributes[i + 1]);
        out.append('"');
      }
    }
    out.append('>');
    return this;
  }

  /** Ends the innermost open element. */
  HtmlWriter close() throws IOException {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element that holds text only. */
  HtmlWriter element(String element, String text, String... attributes) throws IOException {
    return open(element, attributes).text(text).close();
  }

  HtmlWriter text(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '\ufffd' : c);
      }
    }
    return this;
  }

  HtmlWriter line() throws IOException {
    out.append('\n');
    return this;
  }

  /** Text of ours that is not escaped: style sheet, script. */
  HtmlWriter raw(String text) throws IOException {
    out.append(text);
    return this;
  }
}
