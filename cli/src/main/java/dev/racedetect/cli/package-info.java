/** The command line: one class a command, and what {@code run} needs to start a program. */
@NullMarked
package dev.racedetect.cli;

import org.jspecify.annotations.NullMarked;
