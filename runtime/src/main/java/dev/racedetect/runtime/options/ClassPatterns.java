package dev.racedetect.runtime.options;

/**
 * A set of class patterns, {@code com.acme:org.util.Ring:*.generated.*}.
 *
 * <p>A pattern without wildcard is a class or a package and covers everything below it: nested
 * classes, sub-packages. With wildcards it must match the whole binary name; {@code *} stands for
 * any characters, dots included. A trailing {@code .*} or {@code .**} is the package, too.
 */
public final class ClassPatterns {

  /** The set without patterns. */
  public static final ClassPatterns NONE = new ClassPatterns(new String[0]);

  private final String[] patterns;

  private ClassPatterns(String[] patterns) {
    this.patterns = patterns;
  }

  /**
   * Reads patterns.
   *
   * @param text patterns separated by {@code :}
   * @return the set
   */
  public static ClassPatterns parse(String text) {
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      count += text.charAt(i) == ':' ? 1 : 0;
    }
    String[] patterns = new String[count];
    int kept = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ':') {
        String pattern = text.substring(start, i).trim();
        if (!pattern.isEmpty()) {
          patterns[kept++] = pattern;
        }
        start = i + 1;
      }
    }
    String[] result = new String[kept];
    System.arraycopy(patterns, 0, result, 0, kept);
    return new ClassPatterns(result);
  }

  /** Whether there is no pattern. */
  public boolean isEmpty() {
    return patterns.length == 0;
  }

  /**
   * Whether a pattern covers a class.
   *
   * @param className binary name, {@code com.acme.Outer$Inner}
   */
  public boolean matches(String className) {
    for (String pattern : patterns) {
      if (covers(pattern, className)) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(String pattern, String className) {
    if (pattern.indexOf('*') >= 0) {
      return Wildcards.matches(pattern, className);
    }
    if (!className.startsWith(pattern)) {
      return false;
    }
    if (className.length() == pattern.length()) {
      return true;
    }
    char next = className.charAt(pattern.length());
    return next == '.' || next == '$';
  }
}
