package dev.racedetect.agent.instrument;

import dev.racedetect.agent.hierarchy.FieldFacts;

/** What kind of shadow state a field has. */
enum ShadowPolicy {
  /** Write word, read word, read set. */
  PLAIN,
  /** A sync clock. */
  VOLATILE,
  /** None: written before it can be seen (JLS 17.5). */
  FINAL,
  /**
   * None: counters of coverage tools and other members that no programmer wrote, and fields whose
   * races are meant to be.
   */
  NONE;

  static ShadowPolicy of(FieldFacts field) {
    if (field.bare() || field.name().startsWith("$jacoco") || field.name().startsWith("$rd$")) {
      return NONE;
    }
    if (field.isVolatile()) {
      return VOLATILE;
    }
    if (field.isFinal()) {
      return FINAL;
    }
    return field.isSynthetic() || field.benign() ? NONE : PLAIN;
  }

  /** Whether what a final field refers to is reached under its freeze; strings need no check. */
  static boolean followed(FieldFacts field) {
    return of(field) == FINAL && field.isReference() && !field.desc().equals("Ljava/lang/String;");
  }
}
