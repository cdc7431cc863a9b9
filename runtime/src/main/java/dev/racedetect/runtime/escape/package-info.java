/**
 * Escaped exceptions: what ended a thread, a timer or a periodic task, and failures of futures that
 * nobody looked at. What a failure is remembered by, who observed it, and when it is judged.
 */
@NullMarked
package dev.racedetect.runtime.escape;

import org.jspecify.annotations.NullMarked;
