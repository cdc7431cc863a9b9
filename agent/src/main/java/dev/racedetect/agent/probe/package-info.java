/**
 * The program on which the detector proves itself at start; the only instrumented classes of ours.
 */
@NullMarked
package dev.racedetect.agent.probe;

import org.jspecify.annotations.NullMarked;
