package dev.racedetect.report;

import dev.racedetect.runtime.race.ThreadFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception that nobody handled, read from a file.
 *
 * @param fingerprint its fingerprint, 16 hexadecimal digits
 * @param exception binary name of its class
 * @param message its message; null for none
 * @param how what became of it: {@code thread-death}, {@code future-unobserved} and others
 * @param confidence {@code certain} or {@code likely}
 * @param thread the thread that threw it; null when the record does not say
 * @param stack where it was thrown, innermost frame first
 * @param causes what caused it, and that in turn
 * @param submittedAt where the task was submitted, empty if it was none or is not known
 * @param consequence what follows from it, a clause; null when the record does not say
 * @param hint its hint; null for none
 * @param provenance where it comes from
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record ReportedEscape(
    String fingerprint,
    String exception,
    @Nullable String message,
    String how,
    String confidence,
    @Nullable ThreadFacts thread,
    StackTraceElement[] stack,
    List<Cause> causes,
    StackTraceElement[] submittedAt,
    @Nullable String consequence,
    @Nullable String hint,
    Provenance provenance)
    implements ReportedFinding {

  /**
   * A cause.
   *
   * @param exception binary name of its class
   * @param message its message; null for none
   * @param stack where it was thrown
   */
  public record Cause(String exception, @Nullable String message, StackTraceElement[] stack) {}

  @Override
  public String kind() {
    return "escape";
  }

  @Override
  public String title() {
    return "escaped exception " + exception + " (" + how + ")";
  }

  @Override
  public String member() {
    return exception;
  }
}
