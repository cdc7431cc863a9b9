/** The entry of the agent: boot class path, options, transformers, self-probe. */
@NullMarked
package dev.racedetect.agent;

import org.jspecify.annotations.NullMarked;
