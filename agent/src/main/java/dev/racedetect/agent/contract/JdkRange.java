package dev.racedetect.agent.contract;

/**
 * The JDK releases that a row is for, both ends included.
 *
 * @param first the first feature release
 * @param last the last feature release
 */
record JdkRange(int first, int last) {
  static final JdkRange ALL = new JdkRange(0, Integer.MAX_VALUE);

  /**
   * Reads {@code [19+]}, {@code [..20]} or {@code [19..20]}.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static JdkRange parse(String mark) {
    String text = mark.substring(1, mark.length() - 1);
    if (text.endsWith("+")) {
      return new JdkRange(Integer.parseInt(text.substring(0, text.length() - 1)), ALL.last);
    }
    int dots = text.indexOf("..");
    if (dots < 0) {
      throw new IllegalArgumentException("not a range of JDK releases: " + mark);
    }
    int from = dots == 0 ? ALL.first : Integer.parseInt(text.substring(0, dots));
    return new JdkRange(from, Integer.parseInt(text.substring(dots + 2)));
  }

  boolean contains(int release) {
    return first <= release && release <= last;
  }
}
