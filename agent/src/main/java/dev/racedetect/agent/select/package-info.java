/** Which classes are instrumented. */
@NullMarked
package dev.racedetect.agent.select;

import org.jspecify.annotations.NullMarked;
