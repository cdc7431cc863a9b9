package dev.racedetect.runtime.escape;

import org.jspecify.annotations.Nullable;

/**
 * An exception as reports show it.
 *
 * @param className binary name of its class
 * @param message its message as it was given to the constructor; null if there is none. Never from
 *     an overridden {@code getMessage}
 * @param stack where it was made, innermost frame first; empty if it has no stack
 * @param cause its cause; null if it has none or it is not known
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Fault(
    String className, @Nullable String message, StackTraceElement[] stack, @Nullable Fault cause) {}
