package dev.racedetect.runtime.race;

import org.jspecify.annotations.Nullable;

/**
 * A thread that takes part in a race.
 *
 * @param id {@code Thread.getId()} of the thread; {@code t<id>} in JSON
 * @param name the thread's name, empty for a virtual thread without one
 * @param virtual whether it is a virtual thread
 * @param finished whether the thread had ended when the race was found
 * @param createdBy id of the creating thread in JSON form ({@code t1}); null when it is not known,
 *     as for threads older than the detector
 * @param createdAt stack of the creation, innermost frame first; empty when it is not known
 * @param submittedAt stack of the submission of the task that the thread, one of a pool, was running
 *     at its access, innermost frame first; empty when it was none or is not known
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record ThreadFacts(
    long id,
    String name,
    boolean virtual,
    boolean finished,
    @Nullable String createdBy,
    StackTraceElement[] createdAt,
    StackTraceElement[] submittedAt) {

  /** A thread of which no task is known. */
  public ThreadFacts(
      long id,
      String name,
      boolean virtual,
      boolean finished,
      @Nullable String createdBy,
      StackTraceElement[] createdAt) {
    this(id, name, virtual, finished, createdBy, createdAt, new StackTraceElement[0]);
  }
}
