package dev.racedetect.integration.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * A reported data race, reduced to what a test compares.
 *
 * @param kind of location: {@code field}, {@code static}, {@code array} or {@code collection}
 * @param className the binary name of the class that declares the field, or the array's type
 * @param member the name of the field; empty for an array
 * @param current the frame of the access that completed the race
 * @param previous the frame of the earlier access
 */
public record Race(String kind, String className, String member, Site current, Site previous) {

  /**
   * The innermost frame of an access that is not in the JDK.
   *
   * @param className the binary name of its class
   * @param method the method's name
   * @param file the source file, or the empty string
   * @param line the line, or -1
   */
  public record Site(String className, String method, String file, int line) {

    private static final Set<String> JDK_ROOTS = Set.of("java", "javax", "jdk", "sun");

    static Site of(JsonNode access) {
      for (JsonNode frame : access.path("stack")) {
        String name = frame.path("class").asText();
        int dot = name.indexOf('.');
        if (dot < 0 || !JDK_ROOTS.contains(name.substring(0, dot))) {
          return new Site(
              name,
              frame.path("method").asText(),
              frame.path("file").asText(""),
              frame.path("line").asInt(-1));
        }
      }
      return new Site("?", "?", "", -1);
    }

    @Override
    public String toString() {
      return className + "." + method + "(" + file + ":" + line + ")";
    }
  }

  static Race of(JsonNode finding) {
    JsonNode location = finding.path("location");
    JsonNode accesses = finding.path("accesses");
    return new Race(
        location.path("kind").asText(),
        location.path("class").asText(),
        location.path("name").asText(""),
        Site.of(accesses.path(0)),
        Site.of(accesses.path(1)));
  }

  @Override
  public String toString() {
    String location = member.isEmpty() ? className : className + "." + member;
    return location + " at " + current + " and " + previous;
  }
}
