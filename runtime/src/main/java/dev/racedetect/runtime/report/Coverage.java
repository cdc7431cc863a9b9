package dev.racedetect.runtime.report;

/**
 * Counts the classes that are checked and those that could not be, with the reasons. Thread-safe.
 *
 * <p>Classes that are left out on purpose, such as the JDK's and the excluded ones, are not
 * counted.
 */
public final class Coverage {

  /** Guards all fields. */
  private final Object lock = new Object();

  private long instrumented;
  private long leftOut;
  private Skipped[] skipped = new Skipped[0];

  /** Counts a class that is checked. */
  public void instrumented() {
    synchronized (lock) {
      instrumented++;
    }
  }

  /** Says that {@code include} or {@code exclude} leaves a counted class without checks. */
  public void leftOut() {
    synchronized (lock) {
      leftOut++;
    }
  }

  /** Whether {@code include} and {@code exclude} leave every class without checks. */
  boolean leavesNone() {
    synchronized (lock) {
      return leftOut > 0 && leftOut == instrumented;
    }
  }

  /**
   * Counts a class that should have been checked and is not.
   *
   * @param reason a few words, the same for all classes of the reason: {@code unknown class file
   *     version}
   * @param className the class; the first of a reason is named in the summary
   */
  public void skipped(String reason, String className) {
    synchronized (lock) {
      for (int i = 0; i < skipped.length; i++) {
        if (skipped[i].reason.equals(reason)) {
          skipped[i] = new Skipped(reason, skipped[i].count + 1, skipped[i].example);
          return;
        }
      }
      Skipped[] longer = new Skipped[skipped.length + 1];
      System.arraycopy(skipped, 0, longer, 0, skipped.length);
      longer[skipped.length] = new Skipped(reason, 1, className);
      skipped = longer;
    }
  }

  /** The counts at this moment. */
  public Counts counts() {
    synchronized (lock) {
      return new Counts(instrumented, skipped.clone());
    }
  }

  /**
   * The classes skipped for one reason.
   *
   * @param reason the reason
   * @param count how many
   * @param example the first of them; empty when it is not known
   */
  public record Skipped(String reason, long count, String example) {}

  /**
   * All counts.
   *
   * @param instrumented number of classes that are checked
   * @param reasons what was skipped, in the order of first occurrence
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Counts(long instrumented, Skipped[] reasons) {

    /** Number of classes skipped for any reason. */
    public long skipped() {
      long sum = 0;
      for (Skipped reason : reasons) {
        sum += reason.count;
      }
      return sum;
    }
  }
}
