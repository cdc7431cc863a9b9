package dev.racedetect.runtime.thread;

/**
 * A lock that a thread held, for a report.
 *
 * @param description what reports call it: simple class name and identity hash
 * @param context depot index of the place where it was taken, 0 if unknown
 */
public record HeldLock(String description, int context) {}
