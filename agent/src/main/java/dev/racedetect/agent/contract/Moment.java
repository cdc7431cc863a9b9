package dev.racedetect.agent.contract;

/**
 * When a row's operation takes place.
 *
 * @param kind where in the method
 * @param detail the outcome, the exception type, the called method or the field; empty if none
 */
record Moment(Kind kind, String detail) {
  /** Where in a method. */
  enum Kind {
    /** First of all. */
    ENTRY("entry"),
    /** At each normal return, of any or of one outcome. */
    RETURN("return"),
    /** When an exception leaves the method, any or of one type. */
    THROW("throw"),
    /** At the entry, the returns and the exceptions: the whole body. */
    BODY("body"),
    /** Before a call in the body. */
    BEFORE("before"),
    /** After a call in the body. */
    AFTER("after"),
    /** After a call in the body, also when it throws. */
    ENDED("ended"),
    /** Before and after a call in the body. */
    CALL("call"),
    /** Before a field is written in the body. */
    STORE("store"),
    /** After a field was read in the body. */
    LOAD("load"),
    /** Around each monitor instruction and in each synchronized method. */
    MONITORS("monitors");

    private static final Kind[] ALL = values();

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Whether it is at instructions in the body, so that methods without them do not matter. */
    boolean isInside() {
      return ordinal() >= BEFORE.ordinal();
    }
  }

  /**
   * Reads {@code entry}, {@code return=true}, {@code return!=null}, {@code throw=Type}, {@code
   * before:Owner.method} and so on.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Moment parse(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String word = text.substring(0, end);
    for (Kind kind : Kind.ALL) {
      if (kind.word.equals(word)) {
        String rest = text.substring(end);
        boolean named = rest.startsWith(":") || rest.startsWith("=") && kind == Kind.THROW;
        return new Moment(kind, named ? rest.substring(1) : rest);
      }
    }
    throw new IllegalArgumentException("not a moment: " + text);
  }

  /** Whether two rows are for the same moment; the records' own equality has to be linked first. */
  boolean is(Moment other) {
    return kind == other.kind && detail.equals(other.detail);
  }

  /** Whether a call in a method body is the one that is meant. */
  boolean isCallOf(String owner, String method) {
    int dot = detail.lastIndexOf('.');
    int start = Math.max(owner.lastIndexOf('/'), owner.lastIndexOf('$')) + 1;
    return detail.length() - dot - 1 == method.length()
        && owner.length() - start == dot
        && detail.endsWith(method)
        && owner.startsWith(detail.substring(0, dot), start);
  }
}
