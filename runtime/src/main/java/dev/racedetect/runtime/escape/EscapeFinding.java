package dev.racedetect.runtime.escape;

import dev.racedetect.runtime.race.ThreadFacts;
import org.jspecify.annotations.Nullable;

/**
 * An exception that escaped.
 *
 * @param how in which way
 * @param certain whether nobody can look at it any more; else it is likely that nobody will
 * @param fault the exception
 * @param thread the thread in which it was thrown, or was about to be handed over
 * @param submittedAt stack that started the thread or submitted the task, innermost frame first;
 *     empty when it is not known
 * @param task class of the task that failed; null when it is not known
 * @param consequence what follows from it, a clause
 * @param silent whether the JVM itself prints the exception, so that only a record is written
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record EscapeFinding(
    How how,
    boolean certain,
    Fault fault,
    ThreadFacts thread,
    StackTraceElement[] submittedAt,
    @Nullable String task,
    String consequence,
    boolean silent) {

  /** The word for JSON and text. */
  public String confidence() {
    return certain ? "certain" : "likely";
  }
}
