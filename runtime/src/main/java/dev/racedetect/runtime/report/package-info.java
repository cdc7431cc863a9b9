/**
 * The exit of the detector: text and JSON-lines writers, counts, suppressions, the closing lines
 * and the exit status.
 */
@NullMarked
package dev.racedetect.runtime.report;

import org.jspecify.annotations.NullMarked;
