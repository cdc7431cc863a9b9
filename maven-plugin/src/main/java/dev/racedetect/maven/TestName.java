package dev.racedetect.maven;

/** Turns the unique id of a test into what people call it. */
final class TestName {

  private TestName() {}

  /**
   * {@code com.acme.CounterTest.counts} of {@code
   * [engine:junit-jupiter]/[class:com.acme.CounterTest]/[method:counts()]}.
   *
   * @param id the id; one of an unknown form stays as it is
   */
  static String of(String id) {
    String owner = "";
    String member = "";
    for (String segment : id.split("/(?=\\[)", -1)) {
      int colon = segment.indexOf(':');
      if (colon < 0 || !segment.startsWith("[") || !segment.endsWith("]")) {
        return id;
      }
      String value = segment.substring(colon + 1, segment.length() - 1);
      switch (segment.substring(1, colon)) {
        case "engine" -> {}
        case "class", "runner" -> owner = value;
        case "nested-class" -> owner += "$" + value;
        case "method", "test", "test-template", "test-factory" ->
            member = "." + value.replaceFirst("\\(.*", "");
        default -> member += " " + segment;
      }
    }
    return owner.isEmpty() ? id : owner + member;
  }
}
