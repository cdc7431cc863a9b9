/** One visitor per concern: what is inserted into application classes. */
@NullMarked
package dev.racedetect.agent.instrument;

import org.jspecify.annotations.NullMarked;
