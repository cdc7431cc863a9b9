package dev.racedetect.runtime.hook;

/** Where a part of an {@code ArrayList}, made by {@code subList}, has its elements. */
final class ListParts {
  private static final String TYPE = "java.util.ArrayList$SubList";
  private static final long ROOT = JdkFields.offset(TYPE, "root");
  private static final long OFFSET = JdkFields.offset(TYPE, "offset");

  private ListParts() {}

  /** The list that it is a part of in the end. */
  static Object root(Object part) {
    return JdkFields.referenceAt(part, ROOT);
  }

  /** The index of its first element there. */
  static int offset(Object part) {
    return JdkFields.intAt(part, OFFSET);
  }
}
