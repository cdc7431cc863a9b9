package dev.racedetect.runtime.report;

import dev.racedetect.runtime.race.FrameOwner;
import org.jspecify.annotations.Nullable;

/**
 * How text looks on a terminal: the program's own frames stand out, those of libraries and the JDK
 * step back. Colours are ANSI escape sequences (ECMA-48), only the eight that every scheme has.
 */
public final class TextStyle {

  /** No colours. */
  public static final TextStyle PLAIN = new TextStyle(null);

  private static final String ESCAPE = "\u001b[";
  private static final String RESET = ESCAPE + "0m";

  private final @Nullable FrameOwner own;

  private TextStyle(@Nullable FrameOwner own) {
    this.own = own;
  }

  /**
   * Colours.
   *
   * @param own tells which frames stand out
   */
  public static TextStyle colored(FrameOwner own) {
    return new TextStyle(own);
  }

  /** Whether there are colours. */
  boolean isColored() {
    return own != null;
  }

  /** Bold red, for what a report is about. */
  public String alarm(String text) {
    return wrapped("1;31m", text);
  }

  /** Bold. */
  public String strong(String text) {
    return wrapped("1m", text);
  }

  /** Faint. */
  public String faint(String text) {
    return wrapped("2m", text);
  }

  /** A frame, by whose it is. */
  String frame(StackTraceElement frame, String text) {
    FrameOwner rule = own;
    return rule == null ? text : rule.owns(frame) ? strong(text) : faint(text);
  }

  private String wrapped(String code, String text) {
    return own == null ? text : ESCAPE + code + text + RESET;
  }
}
