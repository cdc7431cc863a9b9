package dev.racedetect.runtime.race;

import org.jspecify.annotations.Nullable;

/**
 * A lock that a thread held at an access.
 *
 * @param object the lock as the report shows it, class name and identity, {@code
 *     ReentrantLock@77aa}; never from the application's {@code toString}
 * @param at the stack at which the lock was taken, innermost frame first; null when it is not known
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record LockFacts(String object, StackTraceElement @Nullable [] at) {}
