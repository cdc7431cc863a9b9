/** Rewrites the last steps of the JVM so that races decide the exit status. */
@NullMarked
package dev.racedetect.agent.exit;

import org.jspecify.annotations.NullMarked;
