package dev.racedetect.runtime.options;

/** What the text of an option may be. */
interface ValueKind {

  /** Any text, the empty one included. */
  ValueKind TEXT = new Text("text", true);

  /** A path of a file. */
  ValueKind PATH = new Text("a path", false);

  /** Class patterns, see {@link ClassPatterns}. */
  ValueKind PATTERNS = new Text("class or package patterns separated by ':'", false);

  /** A truth value, in the spellings of GORACE and others. */
  ValueKind BOOLEAN = new Choice("true", "false", "1", "0", "on", "off", "yes", "no");

  /** A share in percent. */
  ValueKind PERCENT = new Percent();

  /** What the user may write, for messages and help. */
  String expectation();

  /** Whether a text can be understood. */
  boolean accepts(String value);

  /** Free text. */
  record Text(String expectation, boolean mayBeEmpty) implements ValueKind {
    @Override
    public boolean accepts(String value) {
      return mayBeEmpty || !value.isEmpty();
    }
  }

  /** One of a few words. */
  final class Choice implements ValueKind {
    private final String[] words;

    Choice(String... words) {
      this.words = words.clone();
    }

    @Override
    public String expectation() {
      StringBuilder text = new StringBuilder("one of ");
      for (int i = 0; i < words.length; i++) {
        text.append(i == 0 ? "" : ", ").append(words[i]);
      }
      return text.toString();
    }

    @Override
    public boolean accepts(String value) {
      for (String word : words) {
        if (word.equals(value)) {
          return true;
        }
      }
      return false;
    }
  }

  /** A whole number within bounds, both inclusive. */
  record Range(int least, int most) implements ValueKind {
    @Override
    public String expectation() {
      return "a whole number from " + least + " to " + most;
    }

    @Override
    public boolean accepts(String value) {
      try {
        int number = Integer.parseInt(value);
        return number >= least && number <= most;
      } catch (NumberFormatException e) {
        return false;
      }
    }
  }

  /** A percentage above 0 and up to 100, with or without the sign. */
  final class Percent implements ValueKind {
    @Override
    public String expectation() {
      return "a percentage above 0% and up to 100%";
    }

    @Override
    public boolean accepts(String value) {
      try {
        double share = Double.parseDouble(withoutSign(value));
        return share > 0 && share <= 100;
      } catch (NumberFormatException e) {
        return false;
      }
    }

    private static String withoutSign(String value) {
      return value.endsWith("%") ? value.substring(0, value.length() - 1) : value;
    }
  }
}
