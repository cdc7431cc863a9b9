/** The state of each thread: its epoch, its clock, its locks, its slot; and how it is found. */
@NullMarked
package dev.racedetect.runtime.thread;

import org.jspecify.annotations.NullMarked;
