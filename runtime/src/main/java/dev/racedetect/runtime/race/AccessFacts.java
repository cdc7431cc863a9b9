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
 * @param call what the application called to make this access, {@code put of a new key}; null where
 *     the access is an instruction of its own
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record AccessFacts(
    String op,
    ThreadFacts thread,
    StackTraceElement[] stack,
    LockFacts @Nullable [] locks,
    @Nullable String call) {

  /** An access by an instruction. */
  public AccessFacts(
      String op, ThreadFacts thread, StackTraceElement[] stack, LockFacts @Nullable [] locks) {
    this(op, thread, stack, locks, null);
  }

  /** Whether the access only reads. */
  public boolean isRead() {
    return op.endsWith("read");
  }
}
