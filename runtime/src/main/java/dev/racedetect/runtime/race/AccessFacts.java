package dev.racedetect.runtime.race;

import org.jspecify.annotations.Nullable;

/**
 * One of the two accesses of a race.
 *
 * @param op what it did, as the report says it: {@code read}, {@code write}, or a longer phrase
 *     that ends in one of these ({@code atomic write})
 * @param thread the accessing thread
 * @param stack its stack, innermost frame first; frames of the detector are removed by the readers
 *     of this record, see {@link Frames#trim}
 * @param locks the locks held, innermost last; null when they are not known any more, which is not
 *     the same as none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record AccessFacts(
    String op, ThreadFacts thread, StackTraceElement[] stack, LockFacts @Nullable [] locks) {

  /** Whether the access only reads. */
  public boolean isRead() {
    return op.endsWith("read");
  }
}
