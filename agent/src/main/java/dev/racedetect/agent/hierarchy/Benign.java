package dev.racedetect.agent.hierarchy;

/**
 * Annotations by which programmers say that races on a field, or in a method, are meant to be. They
 * are known by their simple name, whatever their package, so that no dependency is needed. {@code
 * GuardedBy} is none of them: it is a promise that the program may break.
 */
public final class Benign {
  private Benign() {}

  /** Whether an annotation of that descriptor is one. */
  public static boolean says(String desc) {
    int start = Math.max(desc.lastIndexOf('/'), desc.lastIndexOf('$')) + 1;
    return switch (desc.substring(Math.max(start, 1), desc.length() - 1)) {
      case "LazyInit", "BenignDataRace", "BenignRace" -> true;
      default -> false;
    };
  }
}
