/** Reads what detectors wrote as JSON lines, merges it, and renders it. */
@NullMarked
package dev.racedetect.report;

import org.jspecify.annotations.NullMarked;
