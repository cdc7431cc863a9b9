/** What lies in the agent's own jar. */
@NullMarked
package dev.racedetect.agent.resource;

import org.jspecify.annotations.NullMarked;
