/**
 * A data race as data: the two accesses, the memory location they share, and what follows from them
 * alone (fingerprint, hint, one report per distinct race). Nothing here knows a report format.
 */
@NullMarked
package dev.racedetect.runtime.race;

import org.jspecify.annotations.NullMarked;
