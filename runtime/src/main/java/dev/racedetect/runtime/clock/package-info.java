/** Vector clocks and epochs: what happens-before what, as numbers. */
@NullMarked
package dev.racedetect.runtime.clock;

import org.jspecify.annotations.NullMarked;
