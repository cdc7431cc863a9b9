/**
 * The options of the detector: one table ({@link dev.racedetect.runtime.options.Option}) that feeds
 * the parser, the typed getters and the help of agent and command line.
 */
@NullMarked
package dev.racedetect.runtime.options;

import org.jspecify.annotations.NullMarked;
