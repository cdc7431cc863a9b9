/** What a race-enabled jar says about itself, read before the engine is there. */
@NullMarked
package dev.racedetect.agent.launch;

import org.jspecify.annotations.NullMarked;
