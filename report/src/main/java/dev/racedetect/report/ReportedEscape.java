package dev.racedetect.report;

import dev.racedetect.runtime.escape.EscapeFinding;

/**
 * An escaped exception as a detector reported it.
 *
 * @param fingerprint names the escape
 * @param finding the escape
 */
public record ReportedEscape(String fingerprint, EscapeFinding finding) {}
