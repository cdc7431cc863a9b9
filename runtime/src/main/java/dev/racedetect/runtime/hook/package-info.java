/** All that emitted code calls: one class for each concern, nothing else. */
@NullMarked
package dev.racedetect.runtime.hook;

import org.jspecify.annotations.NullMarked;
