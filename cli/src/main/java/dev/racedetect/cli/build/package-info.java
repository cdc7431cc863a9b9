/** Puts the detector into a program's jar. */
@NullMarked
package dev.racedetect.cli.build;

import org.jspecify.annotations.NullMarked;
