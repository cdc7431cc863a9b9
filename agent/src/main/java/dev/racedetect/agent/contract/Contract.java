package dev.racedetect.agent.contract;

import java.util.List;

/**
 * One row of the table: a promise of the JDK, or a part of one.
 *
 * @param owner internal name of the class
 * @param method which of its methods
 * @param moment when in the method
 * @param operation what then happens to which clock
 * @param ids the rows of the catalogue that it implements
 * @param releases the JDK releases that have the method
 */
record Contract(
    String owner,
    MethodPattern method,
    Moment moment,
    Operation operation,
    List<String> ids,
    JdkRange releases) {

  /** Whether the row says what a thread-unsafe class reads or writes. */
  boolean isData() {
    return switch (operation.family()) {
      case "data", "buffer", "xml" -> true;
      default -> false;
    };
  }

  /** Whether the row says where an exception gets lost or is looked at. */
  boolean isEscape() {
    return operation.family().equals("escape");
  }

  @Override
  public String toString() {
    return owner.replace('/', '.') + "." + method;
  }
}
